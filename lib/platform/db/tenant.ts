import { AsyncLocalStorage } from 'node:async_hooks'
import type { PrismaClient } from '../../../generated/prisma/client'
import { TenancyError } from '../errors'
import { database } from './client'
import { guardArgs, guardDirectory } from './guard'

/** Inside this door the pipeline itself works on global tables and the queue, in the caller's transaction. */
const unscoped = new AsyncLocalStorage<true>()

type Doors = 'userCredential' | 'userSecondFactor' | 'userRecoveryCode' | 'authSession' | 'userToken'
type People = 'user' | Doors | 'platformAudit' | 'platformAuditHead' | 'platformMail'
type Globals = People | 'rateLimit' | 'catalogEntry' | 'schoolPurge'
type Clients = '$connect' | '$disconnect' | '$on' | '$extends' | '$transaction'
type Raw = '$queryRaw' | '$queryRawUnsafe' | '$executeRaw' | '$executeRawUnsafe'

/** What an operation of one school holds: its tables, never raw SQL, never a global table. */
export type TenantClient = Omit<PrismaClient, Globals | Clients | Raw>
/** People, credentials and sessions: for the few operations that declare `directory: true`. */
export type Directory = Pick<PrismaClient, People>
/** Inside a transaction, for the pipeline only. */
export type Transaction = TenantClient & Pick<PrismaClient, Globals | Raw>

/**
 * The Prisma client extension that keeps a client inside one school; see guardArgs for its rules.
 * Cheap to make: one per request context.
 */
export function tenantClient(schoolId: string) {
  return database().prisma.$extends({
    name: 'tenant',
    query: {
      async $allOperations({ model, operation, args, query }) {
        if (unscoped.getStore()) return query(args)
        if (!model) throw new TenancyError(`${operation}: raw SQL lives in sql.ts files`)
        return query(guardArgs(model, operation, args, schoolId) as typeof args)
      },
    },
  })
}

/** Runs `work` of the pipeline itself (queue, directory) on the transaction without the school's guard. */
export function withoutScope<T>(work: () => PromiseLike<T>): Promise<T> {
  // Prisma's promises start when they are awaited: that must happen inside.
  return unscoped.run(true, async () => await work())
}

const directoryModels = [
  'user',
  'userCredential',
  'userSecondFactor',
  'userRecoveryCode',
  'authSession',
  'userToken',
  'platformMail',
  'platformAudit',
  'platformAuditHead',
]

/** The global tables of people, in the transaction of a school's command. */
export function directoryOf(tx: Transaction): Directory {
  return new Proxy({} as Directory, {
    get(_, name: string) {
      if (!directoryModels.includes(name)) throw new TenancyError(`${name} is not in the directory`)
      const delegate = tx[name as keyof Directory] as unknown as Record<string, (args: unknown) => PromiseLike<unknown>>
      return new Proxy(delegate, {
        get: (target, operation: string) => (args: unknown) => {
          guardDirectory(name[0]!.toUpperCase() + name.slice(1), args)
          return withoutScope(() => target[operation]!(args))
        },
      })
    },
  })
}
