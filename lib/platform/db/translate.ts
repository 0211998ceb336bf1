import { Prisma } from '../../../generated/prisma/client'
import { AppError } from '../errors'

const connectionTrouble = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'P2039'])
const databaseTrouble =
  /ECONNREFUSED|ECONNRESET|terminating connection|Connection terminated|the database system is|timeout exceeded when trying to connect|Can't reach database/i

/** The one place where the database's own errors become ours. Unknown errors pass unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2002')
      return new AppError('duplicate', { cause: error, data: { constraint: constraintOf(error) } })
    // A link to a row that is not there, or not in this school: the same answer.
    if (error.code === 'P2025' || error.code === 'P2003') return new AppError('not_found', { cause: error })
    if (error.code === 'P2034') return new AppError('conflict', { cause: error })
    if (connectionTrouble.has(error.code)) return new AppError('unavailable', { cause: error })
  }
  if (error instanceof Error && databaseTrouble.test(error.message))
    return new AppError('unavailable', { cause: error })
  return error
}

function constraintOf(error: Prisma.PrismaClientKnownRequestError): string | undefined {
  const text = JSON.stringify(error.meta ?? {})
  return /uq_[a-z_]+/.exec(text)?.[0]
}
