import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client'
import { AppError } from '../errors'

const connectionTrouble = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'])
const databaseTrouble =
  /ECONNREFUSED|ECONNRESET|terminating connection|Connection terminated|the database system is|timeout exceeded when trying to connect|Can't reach database/i

type DriverCause = { originalCode?: unknown; code?: unknown }

/** PostgreSQL's own five characters, from Prisma's error or from pg's. */
function stateOf(error: Error): string | undefined {
  if (error instanceof PrismaClientKnownRequestError) {
    const meta = error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined
    const cause = meta?.driverAdapterError?.cause
    return [cause?.originalCode, cause?.code].find((code) => typeof code === 'string') as string | undefined
  }
  return 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** By the class of the state: https://www.postgresql.org/docs/18/errcodes-appendix.html */
function refusalOf(state: string | undefined, cause: Error): AppError | null {
  if (state === '23505') return new AppError('duplicate', { cause, data: { constraint: constraintOf(cause) } })
  if (state === '23503') return new AppError('not_found', { cause })
  // A value that the column's type cannot hold: half a character, a NUL, a number out of range.
  if (state?.startsWith('22')) return new AppError('invalid', { cause })
  if (state === '40001' || state === '40P01') return new AppError('conflict', { cause })
  // Connections lost or refused, no resources, the server going down or a statement that took too long.
  if (state && /^(08|53|57)/.test(state)) return new AppError('unavailable', { cause })
  return null
}

/** The one place where the database's own errors become ours. Unknown errors pass unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  if (error instanceof PrismaClientKnownRequestError) {
    if (error.code === 'P2002')
      return new AppError('duplicate', { cause: error, data: { constraint: constraintOf(error) } })
    // A link to a row that is not there, or not in this school: the same answer.
    if (error.code === 'P2025' || error.code === 'P2003') return new AppError('not_found', { cause: error })
    if (error.code === 'P2034') return new AppError('conflict', { cause: error })
    if (connectionTrouble.has(error.code)) return new AppError('unavailable', { cause: error })
  }
  const refusal = refusalOf(stateOf(error), error)
  if (refusal) return refusal
  if (databaseTrouble.test(error.message)) return new AppError('unavailable', { cause: error })
  return error
}

/** Of the client's error, or of pg's. */
function constraintOf(error: Error & { meta?: unknown; constraint?: unknown }): string | undefined {
  return /uq_[a-z_]+/.exec(JSON.stringify([error.meta, error.constraint]))?.[0]
}
