import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { Client, Pool, type QueryResult } from 'pg'

const CHAR_OID = 18
const TEXT_OID = 25
const charColumns = new AsyncLocalStorage<Set<number>>()

/** adapter-pg does not know pg_catalog's type "char": such columns pass it as text and are noted for `queryRaw`. */
class CatalogPool extends Pool {
  override query = (async (...parameters: Parameters<Pool['query']>) => {
    const result = (await Reflect.apply(Pool.prototype.query, this, parameters)) as unknown as QueryResult
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue
      field.dataTypeID = TEXT_OID
      charColumns.getStore()?.add(index)
    }
    return result
  }) as Pool['query']
}

export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & { closeAll: () => Promise<void> }

/** Prisma's PostgreSQL adapter with what its schema engine needs and the adapter lacks (7.10). */
export function migrationAdapter(url: string): MigrationAdapter {
  const open: SqlDriverAdapter[] = []
  const connect = async (to: string, afterwards?: () => Promise<void>) => {
    const pool = new CatalogPool({ connectionString: to })
    const factory = new PrismaPg(pool, { disposeExternalPool: true })
    const adapter = mend(await factory.connect(), afterwards)
    open.push(adapter)
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: 'athena-migrations',
    connect: () => connect(url),
    // The adapter's own shadow database is the main database when it is built from an address.
    connectToShadowDb: async () => {
      const shadow = await createShadowDatabase(url)
      return connect(shadow.url, shadow.drop)
    },
    // Also lets go of the engine's advisory lock.
    closeAll: async () => {
      for (const adapter of open) await adapter.dispose().catch(() => {})
    },
  }
}

function mend(adapter: SqlDriverAdapter, afterwards?: () => Promise<void>): SqlDriverAdapter {
  let disposed = false
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    executeRaw: (query) => adapter.executeRaw(query),
    startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    queryRaw: async (query) => {
      const chars = new Set<number>()
      const result = await charColumns.run(chars, () => adapter.queryRaw(query))
      for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character
      return result
    },
    // The adapter cuts scripts at every ";", also inside function bodies; sent whole it is one implicit transaction.
    executeScript: async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    },
    dispose: async () => {
      if (disposed) return
      disposed = true
      await adapter.dispose()
      await afterwards?.()
    },
  }
}

async function createShadowDatabase(url: string) {
  const name = `shadow_${process.pid}_${Date.now()}`
  const admin = new Client(url)
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  const shadow = new URL(url)
  shadow.pathname = `/${name}`
  const drop = async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { url: shadow.href, drop }
}
