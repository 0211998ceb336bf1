// npm run check:distributable: whether the catalogue of a migrated database could be spread over several nodes, and in which order.
import { Client } from 'pg'
import { foreignTables } from '@/prisma/tables'
import { main } from './console.ts'
import { type Catalogue, readCatalogue } from './database/catalogue/read.ts'
import { catalogueFaults } from './database/catalogue/rules.ts'
import { spreadOf, statementsOf } from './database/catalogue/spread.ts'
import { prepareDatabase } from './database/prepare.ts'
import { hasOwnDatabase, type Target, withDatabase } from './database/target.ts'
import { loadEnvFile } from './env-file.ts'

async function report(target: Target): Promise<number> {
  if (!hasOwnDatabase()) await prepareDatabase(target)
  const catalogue = await catalogueOf(target)
  const spread = spreadOf(catalogue)
  const faults = [...catalogueFaults(catalogue), ...spread.stuck]
  if (faults.length > 0) {
    console.error(`${faults.length} faults keep the tables from being distributed:\n${faults.join('\n')}`)
    return 1
  }
  console.log('-- The coordinator first: SELECT citus_set_coordinator_host(…); the order follows the foreign keys.')
  for (const statement of statementsOf(spread)) console.log(statement)
  console.log('\n-- These stay on the coordinator:')
  for (const { table, why } of spread.local) console.log(`--   ${table}: ${why}`)
  for (const [table, why] of Object.entries(foreignTables)) console.log(`--   ${table}: ${why}`)
  console.log('--   schema pgboss: the queue hands out work on one node; its messages carry the school')
  console.log(`\n-- ${spread.reference.length} reference tables, ${spread.tenant.length} distributed by school_id.`)
  return 0
}

async function catalogueOf({ ownerUrl, appUrl }: Target): Promise<Catalogue> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    return await readCatalogue(client, decodeURIComponent(new URL(appUrl).username))
  } finally {
    await client.end()
  }
}

await main(async () => {
  loadEnvFile()
  return withDatabase(report)
})
