// npm run audit: follows the history of every school and of the platform; exits with 1 when a line is not as it was written.
import '@/lib/platform/db/prisma'
import { platformChain } from '@/lib/domain/audit/chain/queries'
import { schoolChain } from '@/lib/domain/audit/chain/sql'
import type { ChainReport } from '@/lib/platform/audit-chain'
import { checkChain } from '@/lib/platform/audit-check'
import { closeDatabase, database } from '@/lib/platform/db/client'
import { platformClient } from '@/lib/platform/db/platform'
import { schoolSql } from '@/lib/platform/db/sql'
import { main } from './console.ts'
import { hasOwnDatabase } from './database/target.ts'
import { loadEnvFile } from './env-file.ts'
import { dataDir } from './program/data-folder.ts'
import { runningEnv } from './program/running-env.ts'

const words = { changed: 'was changed', missing: 'is missing', unlinked: 'was put in from outside' }

function tell(name: string, { lines, hash, fault }: ChainReport): boolean {
  const where = fault && (fault.seq === null ? `line ${fault.id}` : `line ${fault.seq}`)
  console.log(
    fault ? `✗ ${name}: ${where} ${words[fault.kind]}` : `✓ ${name}: ${lines} lines, ${hash.slice(0, 16) || 'empty'}`,
  )
  return fault === null
}

await main(async () => {
  loadEnvFile()
  if (!hasOwnDatabase()) Object.assign(process.env, runningEnv(dataDir()))
  const schools = await database().prisma.school.findMany({
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
  })
  const sound = [tell('platform', await checkChain(platformChain(platformClient())))]
  for (const { id, slug } of schools) sound.push(tell(slug, await checkChain(schoolChain(schoolSql(id), id))))
  await closeDatabase()
  return sound.every(Boolean) ? 0 : 1
})
