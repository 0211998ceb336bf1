import type { Health } from './schema'

/** A queue whose oldest message has been due for so many minutes is not being worked. */
const late = 10
const full = 0.8

/** What of the platform's state somebody should look at. */
export function attentionOf({ queues, mails, storage, database }: Omit<Health, 'attention'>): Health['attention'] {
  const signs: [Health['attention'][number], boolean][] = [
    ['store', !storage.answers],
    ['dead', queues.some(({ dead }) => dead > 0)],
    ['waiting', queues.some(({ oldestMinutes }) => (oldestMinutes ?? 0) >= late)],
    ['connections', database.connections >= database.mostConnections * full],
    ['transactions', database.longTransactions > 0 || database.waitingForLocks > 5],
    ['mails', mails.failed > 0],
  ]
  return signs.flatMap(([sign, shows]) => (shows ? [sign] : []))
}
