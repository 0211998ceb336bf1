import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { database } from './db/client'
import { AppError } from './errors'
import { hashSecret } from './secrets'

const window = 15 * 60

/** Wrong codes are remembered for a day, and the wait grows to an hour: some forty guesses a day at one in 300,000 each. */
const codeWindow = { duration: 24 * 3600, longest: 3600 }

type Gate = { failures: RateLimiterPostgres; waits: RateLimiterPostgres; patience: number; longest: number }

let gates: { account: Gate; address: Gate; code: Gate } | undefined

function gate(
  keyPrefix: string,
  patience: number,
  { duration, longest } = { duration: window, longest: window },
): Gate {
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
      duration,
    }),
    waits: new RateLimiterPostgres({ ...shared, keyPrefix: `${keyPrefix}-wait`, points: 1, duration }),
    patience,
    longest,
  }
}

function open() {
  gates ??= { account: gate('account', 4), address: gate('address', 30), code: gate('code', 4, codeWindow) }
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

type Key = { gate: Gate; key: string }

async function mayPass(keys: Key[]): Promise<void> {
  const waits = await Promise.all(keys.map(({ gate: { waits }, key }) => waits.get(key)))
  const longest = Math.max(0, ...waits.map((wait) => (wait ? wait.msBeforeNext : 0)))
  if (longest > 0) throw new AppError('rate_limited', { data: { seconds: Math.ceil(longest / 1000) } })
}

async function failed(keys: Key[]): Promise<void> {
  await Promise.all(
    keys.map(async ({ gate: { failures, waits, patience, longest }, key }) => {
      const { consumedPoints } = await failures.penalty(key)
      const beyond = consumedPoints - patience
      if (beyond > 0) await waits.block(key, Math.min(2 ** beyond, longest))
    }),
  )
}

async function forgive({ gate: { failures, waits }, key }: Key): Promise<void> {
  await Promise.all([failures.delete(key), waits.delete(key)])
}

/**
 * Failed sign-ins, counted in PostgreSQL for all processes: per account (known or not) and per address.
 * After the first few each failure doubles the wait, up to 15 minutes; nobody is locked out for good.
 * @throws AppError rate_limited with `data.seconds`
 */
export const mayTry = (email: string, ip: string): Promise<void> => mayPass(keysOf(email, ip))
export const failedTry = (email: string, ip: string): Promise<void> => failed(keysOf(email, ip))
export const goodTry = (email: string, ip: string): Promise<void> => forgive(keysOf(email, ip)[0]!)

const codeKey = (userId: string): Key => ({ gate: open().code, key: userId })

/**
 * Wrong codes of the second factor, counted apart: who knows the password must not win new tries with it.
 * @throws AppError rate_limited with `data.seconds`
 */
export const mayTryCode = (userId: string): Promise<void> => mayPass([codeKey(userId)])
export const failedCode = (userId: string): Promise<void> => failed([codeKey(userId)])
export const goodCode = (userId: string): Promise<void> => forgive(codeKey(userId))
