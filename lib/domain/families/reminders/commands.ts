import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { openStatuses } from '../../enrollments/rules'
import { remindInput, remindStarted } from '../schema'
import { remindFamilies } from './jobs'

/**
 * Starts reminding the families of enrollments whose papers are missing: the primary guardian of each child, once,
 * however many children. Who has nothing to send at the moment (all of it waits for a reviewer) is left alone.
 * @throws AppError not_allowed_now when there is nobody to remind
 */
export const remind = command({
  name: 'families.remind',
  permission: 'write:enrollment',
  input: remindInput,
  output: remindStarted,
  run: async ({ db, input, enqueue, audit }) => {
    const { enrollmentIds, yearId, gradeLevel, groupCode } = input
    const enrollments = await db.enrollment.findMany({
      where: {
        status: { in: [...openStatuses] },
        missingCount: { gt: 0 },
        documents: { some: { required: true, status: { in: ['pending', 'rejected'] } } },
        ...(enrollmentIds ? { id: { in: enrollmentIds } } : {}),
        ...(yearId ? { schoolYearId: yearId } : {}),
        ...(gradeLevel ? { gradeLevel } : {}),
        ...(groupCode ? { groupCode } : {}),
      },
      select: {
        student: {
          select: {
            guardians: {
              where: { guardian: { isActive: true } },
              orderBy: [{ isPrimary: 'desc' }, { priority: 'asc' }],
              take: 1,
              select: { guardianId: true, guardian: { select: { fullName: true } } },
            },
          },
        },
      },
    })
    const primary = enrollments.flatMap(({ student }) => student.guardians)
    const names = new Map(primary.map(({ guardianId, guardian }) => [guardianId, guardian.fullName]))
    const families = [...names].map(([guardianId, name]) => ({ guardianId, name }))
    if (families.length === 0) throw new AppError('not_allowed_now', { reason: 'families.refusal.nobodyToRemind' })
    const t = await translator('es', 'families')
    const jobId = await enqueue(
      remindFamilies,
      { families },
      { title: t('remindTitle', { count: families.length }), total: families.length },
    )
    audit({ action: 'family.remind', entity: 'job', entityId: jobId, after: { families: families.length } })
    return { jobId, families: families.length }
  },
})
