import { HeadBucketCommand } from '@aws-sdk/client-s3'
import { database } from './db/client'
import { env } from './env'
import { storeClient } from './storage'

export type Readiness = {
  status: 'ready' | 'degraded' | 'unavailable'
  database: 'up' | 'down'
  store: 'up' | 'down'
  mail: 'smtp' | 'outbox'
}

const answers = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, 2000, false).unref()),
  ]).catch(() => false)

export const storeAnswers = (): Promise<boolean> =>
  answers(storeClient().send(new HeadBucketCommand({ Bucket: env().S3_BUCKET })))

export async function readiness(): Promise<Readiness> {
  const [databaseUp, store] = await Promise.all([answers(database().pool.query('select 1')), storeAnswers()])
  return {
    status: databaseUp ? (store ? 'ready' : 'degraded') : 'unavailable',
    database: databaseUp ? 'up' : 'down',
    store: store ? 'up' : 'down',
    mail: env().SMTP_URL ? 'smtp' : 'outbox',
  }
}
