import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { readLimits } from './schema'

type Tables = Pick<TenantClient, 'school' | 'student' | 'schoolMembership' | 'documentFile' | 'storedFile'>

async function limitsOf(db: Tables) {
  const school = await db.school.findFirst({ where: {}, select: { limits: true } })
  return readLimits(school?.limits ?? {})
}

/**
 * Room for more active students or people, before they are added. Counts only where the platform has set a limit.
 * @throws AppError not_allowed_now with `data.limit` and `data.count`, saying what to do
 */
export async function makeRoomFor(db: Tables, what: 'students' | 'people', adding = 1): Promise<void> {
  const limit = (await limitsOf(db))[what]
  if (limit === null) return
  const where = { where: { isActive: true } }
  const count = await (what === 'students' ? db.student.count(where) : db.schoolMembership.count(where))
  if (count + adding > limit)
    throw new AppError('not_allowed_now', { reason: `schools.refusal.limit.${what}`, data: { limit, count, adding } })
}

const mega = 1024 * 1024

/** Room for a file of `bytes`. @throws AppError not_allowed_now */
export async function makeRoomForFile(db: Tables, bytes: number): Promise<void> {
  const limit = (await limitsOf(db)).storageMb
  if (limit === null) return
  const [documents, others] = await Promise.all([
    db.documentFile.aggregate({ where: { status: { not: 'refused' } }, _sum: { size: true } }),
    db.storedFile.aggregate({ where: { status: 'ready' }, _sum: { size: true } }),
  ])
  const used = (documents._sum.size ?? 0) + Number(others._sum.size ?? 0)
  if (used + bytes > limit * mega)
    throw new AppError('not_allowed_now', {
      reason: 'schools.refusal.limit.storage',
      data: { limit, used: Math.round(used / mega) },
    })
}
