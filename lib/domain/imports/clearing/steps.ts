import type { TenantClient } from '@/lib/platform/db/tenant'
import { clearLimit, moving } from './rules'

type Db = Pick<TenantClient, 'importBatch' | 'job'>

/**
 * Imports whose rows and file nobody needs any more: the time to take them back has passed, or nobody finished them in as
 * long a time. One that is under way counts when the job behind it was given up as long ago.
 */
export async function findDue(db: Db, now: Date, importId?: string) {
  const before = clearLimit(now)
  const old = { clearedAt: null, createdAt: { lt: before }, ...(importId ? { id: importId } : {}) }
  const select = { id: true, jobId: true } as const
  const [due, stuck] = await Promise.all([
    db.importBatch.findMany({
      where: {
        ...old,
        OR: [
          { status: 'done', finishedAt: { lt: before } },
          { status: 'undone', undoneAt: { lt: before } },
          { status: { in: ['expected', 'checked', 'refused'] } },
        ],
      },
      select,
    }),
    db.importBatch.findMany({ where: { ...old, status: { in: [...moving] } }, select }),
  ])
  const givenUp = await db.job.findMany({
    where: { id: { in: stuck.flatMap(({ jobId }) => jobId ?? []) }, status: 'failed', finishedAt: { lt: before } },
    select: { id: true },
  })
  const over = new Set(givenUp.map(({ id }) => id))
  return [...due, ...stuck.filter(({ jobId }) => jobId && over.has(jobId))].map(({ id }) => id)
}
