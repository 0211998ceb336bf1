import { z } from 'zod'

const address = (...protocols: string[]) =>
  z.url().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    error: `must begin with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  })
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** Every setting of the program; `.env.example` lists and explains the same names. */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  APP_URL: address('http', 'https').transform((value) => value.replace(/\/+$/, '')),
  AUTH_SECRET: z.string().min(32),
  DATABASE_URL: address('postgresql', 'postgres'),
  DATABASE_OWNER_URL: address('postgresql', 'postgres').optional(),
  DB_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  S3_ENDPOINT: address('http', 'https'),
  S3_PUBLIC_ENDPOINT: address('http', 'https').optional(),
  S3_REGION: z.string().min(1).default('auto'),
  S3_BUCKET: z.string().min(3),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  SMTP_URL: address('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3).default('Athena <no-responder@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  BENCH: z.enum(['on', 'off']).default('off'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().min(1).optional(),
})

export type Env = z.infer<typeof settings>

/** A missing or malformed setting; the message names it and never shows its value. */
export class EnvError extends Error {
  override name = 'EnvError'
}

let known: Env | undefined

/** The validated settings. Read at the first use, so that `next build` needs none. Throws EnvError. */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}

/** Validates a set of variables; empty text counts as not set. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = settings.safeParse(given)
  if (result.success) return result.data
  const faults = new Map<string, string>()
  for (const issue of result.error.issues) {
    const name = String(issue.path[0])
    if (!faults.has(name)) faults.set(name, name in given ? `is malformed (${issue.message})` : 'is missing')
  }
  throw new EnvError(`${[...faults].map(([name, fault]) => `${name} ${fault}`).join('; ')}. See .env.example.`)
}
