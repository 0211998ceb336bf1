import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { env } from './env'
import { AppError } from './errors'

type Policy = { name: string; points: number; seconds: number }

// Per process: these protect the machine. Failed sign-ins are counted in PostgreSQL (lib/domain/account).
export const policies = {
  address: { name: 'address', points: 1200, seconds: 60 },
  person: { name: 'person', points: 600, seconds: 60 },
  school: { name: 'school', points: 6000, seconds: 60 },
  /** Opening a family link, asking for a reset: things that a stranger can try. */
  guess: { name: 'guess', points: 20, seconds: 60 },
  /** Asking whether a paper is genuine: open to everybody, with and without a code that exists. */
  verify: { name: 'verify', points: 60, seconds: 60 },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

const limiters = new Map<PolicyName, RateLimiterMemory>()

function limiter(name: PolicyName): RateLimiterMemory {
  const found = limiters.get(name)
  if (found) return found
  const { points, seconds } = policies[name]
  const made = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  limiters.set(name, made)
  return made
}

export type LimitHeaders = Record<string, string>

const headers = (policy: Policy, result: RateLimiterRes): LimitHeaders => ({
  'RateLimit-Policy': `"${policy.name}";q=${policy.points};w=${policy.seconds}`,
  RateLimit: `"${policy.name}";r=${Math.max(0, result.remainingPoints)};t=${Math.ceil(result.msBeforeNext / 1000)}`,
})

/**
 * Counts one call for each named key.
 * @returns the RateLimit headers (draft-ietf-httpapi-ratelimit-headers) of the tightest one
 * @throws AppError rate_limited with `data.headers` and `data.seconds`
 */
export async function countCall(keys: Partial<Record<PolicyName, string>>): Promise<LimitHeaders> {
  if (env().RATE_LIMITS === 'off') return {}
  let tightest: { share: number; headers: LimitHeaders } | undefined
  for (const [name, key] of Object.entries(keys) as [PolicyName, string][]) {
    const policy = policies[name]
    const result = await limiter(name)
      .consume(key)
      .catch((refusal: RateLimiterRes | Error) => {
        if (refusal instanceof Error) throw refusal
        const seconds = Math.ceil(refusal.msBeforeNext / 1000)
        throw new AppError('rate_limited', {
          data: { seconds, headers: { ...headers(policy, refusal), 'Retry-After': String(seconds) } },
        })
      })
    const share = result.remainingPoints / policy.points
    if (!tightest || share < tightest.share) tightest = { share, headers: headers(policy, result) }
  }
  return tightest?.headers ?? {}
}
