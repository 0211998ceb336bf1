import { ScriptError } from '../console.ts'
import { secretsOf } from '../services/secrets.ts'
import { BUCKET } from '../services/store.ts'
import { readRunning } from './running.ts'

/** The settings of the copy that runs in this data folder: whoever takes them reads and writes where it does. */
export function runningEnv(dataDir: string): Record<string, string> {
  const running = readRunning(dataDir)
  if (!running) throw new ScriptError(`nothing runs in ${dataDir}: start it with npm start, or set DATABASE_URL`)
  const { authSecret, storeAccessKeyId, storeSecretAccessKey } = secretsOf(dataDir)
  return {
    APP_URL: running.url,
    AUTH_SECRET: authSecret,
    DATABASE_URL: running.databaseUrl,
    S3_ENDPOINT: running.storeEndpoint,
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: storeAccessKeyId,
    S3_SECRET_ACCESS_KEY: storeSecretAccessKey,
  }
}
