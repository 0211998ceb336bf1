import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { database } from './db/client'
import { AppError } from './errors'
import { hashSecret } from './secrets'

const window = 15 * 60

type Gate = { failures: RateLimiterPostgres; waits: RateLimiterPostgres; patience: number }

let gates: { account: Gate; address: Gate } | undefined

function gate(keyPrefix: string, patience: number): Gate {
  const shared = {
    storeClient: database().pool,
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
  }
  return {
    failures: new RateLimiterPostgres({
      ...shared,
      keyPrefix: `${keyPrefix}-failures`,
      points: 1000,
      duration: window,
    }),
    waits: new RateLimiterPostgres({ ...shared, keyPrefix: `${keyPrefix}-wait`, points: 1, duration: window }),
    patience,
  }
}

function open() {
  gates ??= { account: gate('account', 4), address: gate('address', 30) }
  return gates
}

const keysOf = (email: string, ip: string) => {
  const { account, address } = open()
  // The address as it was typed is a person's; its hash counts as well.
  return [
    { gate: account, key: hashSecret(email).slice(0, 40) },
    { gate: address, key: ip },
  ]
}

/**
 * Failed sign-ins, counted in PostgreSQL for all processes: per account (known or not) and per address.
 * After the first few each failure doubles the wait, up to 15 minutes; nobody is locked out for good.
 * @throws AppError rate_limited with `data.seconds`
 */
export async function mayTry(email: string, ip: string): Promise<void> {
  const waits = await Promise.all(keysOf(email, ip).map(({ gate: { waits }, key }) => waits.get(key)))
  const longest = Math.max(0, ...waits.map((wait) => (wait ? wait.msBeforeNext : 0)))
  if (longest > 0) throw new AppError('rate_limited', { data: { seconds: Math.ceil(longest / 1000) } })
}

export async function failedTry(email: string, ip: string): Promise<void> {
  await Promise.all(
    keysOf(email, ip).map(async ({ gate: { failures, waits, patience }, key }) => {
      const { consumedPoints } = await failures.penalty(key)
      const beyond = consumedPoints - patience
      if (beyond > 0) await waits.block(key, Math.min(2 ** beyond, window))
    }),
  )
}

export async function goodTry(email: string, ip: string): Promise<void> {
  const [account] = keysOf(email, ip)
  await Promise.all([account!.gate.failures.delete(account!.key), account!.gate.waits.delete(account!.key)])
}
