import type { Health } from './schema'

/** Jobs that failed are looked at on the day; older ones stay in the list without an alarm. */
const fresh = 86_400_000

/** A queue whose oldest message has been due for so many minutes is not being worked. */
const late = 10
const full = 0.8

/** What of the platform's state somebody should look at. */
export function attentionOf({
  queues,
  mails,
  storage,
  database,
  failed,
}: Omit<Health, 'attention'>): Health['attention'] {
  const signs: [Health['attention'][number], boolean][] = [
    ['store', !storage.answers],
    ['dead', queues.some(({ dead }) => dead > 0)],
    ['waiting', queues.some(({ oldestMinutes }) => (oldestMinutes ?? 0) >= late)],
    ['connections', database.connections >= database.mostConnections * full],
    ['transactions', database.longTransactions > 0 || database.waitingForLocks > 5],
    ['mails', mails.failed > 0],
    ['jobs', failed.some(({ createdAt }) => Date.now() - Date.parse(createdAt) < fresh)],
  ]
  return signs.flatMap(([sign, shows]) => (shows ? [sign] : []))
}
