import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { ObjectFolder } from './s3/objects.ts'
import { createStoreServer } from './s3/server.ts'
import { secretsOf } from './secrets.ts'

export const BUCKET = 'athena'
const REGION = 'auto'

export type Store = {
  endpoint: string
  /** The settings that lead the program to this store. */
  env: Record<'S3_ENDPOINT' | 'S3_REGION' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY', string> &
    Partial<Record<'S3_PUBLIC_ENDPOINT', string>>
  stop: () => Promise<void>
  /** Listens again on the same port after `stop`. */
  start: () => Promise<void>
}

/**
 * Starts the embedded object store with its objects below `dataDir`; browsers may come from `origins` only.
 * It listens on the loopback interface, unless phones of the network reach the program under `publicHost`.
 */
export async function startStore(dataDir: string, origins: string[], publicHost?: string): Promise<Store> {
  const { storeAccessKeyId: accessKeyId, storeSecretAccessKey: secretAccessKey } = secretsOf(dataDir)
  const folder = path.join(path.resolve(dataDir), 'store')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await new ObjectFolder(folder).createBucket(BUCKET)
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  let server: Server
  const start = async () => {
    server = createStoreServer({ folder, credentials: { accessKeyId, secretAccessKey, region: REGION }, origins })
    server.listen(port, publicHost ? undefined : '127.0.0.1')
    await once(server, 'listening')
  }
  await start()
  return {
    endpoint,
    env: {
      S3_ENDPOINT: endpoint,
      ...(publicHost ? { S3_PUBLIC_ENDPOINT: `http://${publicHost}:${port}` } : {}),
      S3_REGION: REGION,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    },
    start,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => {})
    },
  }
}
