/** The queues of pg-boss. The owner role creates them when it migrates; the application only sends and works. */
export type QueueDefinition = {
  name: string
  retryLimit: number
  retryDelay: number
  retryBackoff: boolean
  expireInSeconds: number
  heartbeatSeconds?: number
  deadLetter?: string
}

const patient = { retryLimit: 4, retryDelay: 5, retryBackoff: true }

export const queues: QueueDefinition[] = [
  { name: 'jobs-dead', retryLimit: 0, retryDelay: 0, retryBackoff: false, expireInSeconds: 900 },
  { name: 'jobs', ...patient, expireInSeconds: 3600, heartbeatSeconds: 60, deadLetter: 'jobs-dead' },
  { name: 'mail-dead', retryLimit: 0, retryDelay: 0, retryBackoff: false, expireInSeconds: 900 },
  { name: 'mail', ...patient, retryLimit: 6, expireInSeconds: 120, deadLetter: 'mail-dead' },
  { name: 'platform-dead', retryLimit: 0, retryDelay: 0, retryBackoff: false, expireInSeconds: 900 },
  // A whole school at a time: hours, and no second start while it runs.
  { name: 'platform', ...patient, expireInSeconds: 6 * 3600, heartbeatSeconds: 60, deadLetter: 'platform-dead' },
  { name: 'upkeep', retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
]

export const queueSchema = 'pgboss'
