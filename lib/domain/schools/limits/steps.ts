import type { SchoolContext } from '@/lib/platform/context'
import type { PlatformDb } from '@/lib/platform/db/platform'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { readLimits } from './schema'

type Tables = Pick<TenantClient, 'school' | 'student' | 'schoolMembership' | 'documentFile' | 'storedFile'>

async function limitsOf(db: Pick<Tables, 'school'>) {
  const school = await db.school.findFirst({ where: {}, select: { limits: true } })
  return readLimits(school?.limits ?? {})
}

/** The limit, if there is one: of two who add at once the second one counts the first, for the school's row makes it wait. */
async function heldLimit(
  db: Pick<Tables, 'school'>,
  what: 'students' | 'people' | 'storageMb',
): Promise<number | null> {
  const limit = (await limitsOf(db))[what]
  if (limit !== null) await db.school.updateMany({ where: {}, data: { updatedAt: new Date() } })
  return limit
}

/**
 * Room for more active students or people, before they are added. Counts only where the platform has set a limit.
 * @throws AppError not_allowed_now with `data.limit` and `data.count`, saying what to do
 */
export async function makeRoomFor(db: Tables, what: 'students' | 'people', adding = 1): Promise<void> {
  const limit = await heldLimit(db, what)
  if (limit === null) return
  const where = { where: { isActive: true } }
  const count = await (what === 'students' ? db.student.count(where) : db.schoolMembership.count(where))
  if (count + adding > limit)
    throw new AppError('not_allowed_now', { reason: `schools.refusal.limit.${what}`, data: { limit, count, adding } })
}

const mega = 1024 * 1024

/** Longer than an address for an upload is good: what has not come by then does not come any more. */
const underWay = 10 * 60_000

/**
 * Bytes of everything that a school has in the store: the papers of families in `document_files`, everything else in
 * `stored_files`, what is being sent at this moment among it.
 * @param of the school, where the client is the platform's
 */
export async function usedBytes(
  db: Pick<TenantClient, 'documentFile' | 'storedFile'> | Pick<PlatformDb, 'documentFile' | 'storedFile'>,
  of: { schoolId: string } | object = {},
): Promise<number> {
  const { documentFile, storedFile } = db as Pick<TenantClient, 'documentFile' | 'storedFile'>
  const coming = { status: 'expected', createdAt: { gt: new Date(Date.now() - underWay) } }
  const [documents, others] = await Promise.all([
    documentFile.aggregate({
      where: { ...of, OR: [{ status: { in: ['accepted', 'superseded'] } }, coming] },
      _sum: { size: true },
    }),
    storedFile.aggregate({ where: { ...of, OR: [{ status: 'ready' }, coming] }, _sum: { size: true } }),
  ])
  return (documents._sum.size ?? 0) + Number(others._sum.size ?? 0)
}

/**
 * Room for a file of `bytes`. Asked wherever somebody sends one; what the school itself writes, a certificate or a copy of
 * its data, is never refused. @throws AppError not_allowed_now
 */
export async function makeRoomForFile(
  { db, ctx }: { db: Pick<Tables, 'school' | 'documentFile' | 'storedFile'>; ctx: Pick<SchoolContext, 'actor'> },
  bytes: number,
): Promise<void> {
  const limit = await heldLimit(db, 'storageMb')
  if (limit === null) return
  const used = await usedBytes(db)
  if (used + bytes <= limit * mega) return
  const whose = ctx.actor.kind === 'guardian' ? 'storageOfSchool' : 'storage'
  throw new AppError('not_allowed_now', {
    reason: `schools.refusal.limit.${whose}`,
    data: { limit, used: Math.round(used / mega) },
  })
}
