import '@/lib/platform/db/prisma'
import { dataDir } from '@/scripts/program/data-folder'
import { readRunning } from '@/scripts/program/running'
import { secretsOf } from '@/scripts/services/secrets'
import { BUCKET } from '@/scripts/services/store'

// Browser tests run beside the server that DATA_DIR names: with its settings the factories write where it reads.
const running = readRunning(dataDir())
if (!running) throw new Error(`nothing runs in ${dataDir()}: start it with npm start, or run npm test`)
const { authSecret, storeAccessKeyId, storeSecretAccessKey } = secretsOf(dataDir())

Object.assign(process.env, {
  APP_URL: running.url,
  AUTH_SECRET: authSecret,
  DATABASE_URL: running.databaseUrl,
  S3_ENDPOINT: running.storeEndpoint,
  S3_BUCKET: BUCKET,
  S3_ACCESS_KEY_ID: storeAccessKeyId,
  S3_SECRET_ACCESS_KEY: storeSecretAccessKey,
  LOG_LEVEL: 'silent',
})
