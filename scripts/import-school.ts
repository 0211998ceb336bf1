// npm run import-school -- <archive.zip>: reads an exported school back into a database that does not have it.
import path from 'node:path'
import '@/lib/platform/db/prisma'
import { restoreSchool } from '@/lib/domain/schools/removal/import'
import { main, ScriptError, step } from './console.ts'
import { hasOwnDatabase, type Target, withDatabase } from './database/target.ts'
import { loadEnvFile } from './env-file.ts'
import { dataDir } from './program/data-folder.ts'
import { readRunning } from './program/running.ts'
import { secretsOf } from './services/secrets.ts'
import { BUCKET } from './services/store.ts'

/** The store of the running copy, when the settings name none of their own. */
function pointAtRunningStore(): void {
  const running = readRunning(dataDir())
  if (!running)
    throw new ScriptError('Nothing runs here: start it with npm start, or name a database and a store in .env.')
  const { authSecret, storeAccessKeyId, storeSecretAccessKey } = secretsOf(dataDir())
  Object.assign(process.env, {
    APP_URL: running.url,
    AUTH_SECRET: authSecret,
    DATABASE_URL: running.databaseUrl,
    S3_ENDPOINT: running.storeEndpoint,
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: storeAccessKeyId,
    S3_SECRET_ACCESS_KEY: storeSecretAccessKey,
  })
}

async function restore(file: string, { ownerUrl }: Target): Promise<number> {
  const answer = await step(`Reading ${path.basename(file)}`, () => restoreSchool(path.resolve(file), ownerUrl))
  if (!answer.ok) throw new ScriptError(`Nothing was restored: ${answer.why}.`)
  console.log(`✓ ${answer.rows} rows and ${answer.files} files of school ${answer.schoolId}`)
  console.log('  Its people choose a new password with "forgot my password": passwords are in no export.')
  return 0
}

await main(async () => {
  const [file] = process.argv.slice(2)
  if (!file) throw new ScriptError('Usage: npm run import-school -- <archive.zip>')
  loadEnvFile()
  return withDatabase((target) => {
    if (!hasOwnDatabase()) pointAtRunningStore()
    return restore(file, target)
  })
})
