import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { issueCards } from '../../policy'
import { issueReportCards } from '../jobs'
import { issueGroupsInput, issueStarted } from '../schema'
import { lastDay, satIn } from '../steps'

/**
 * Starts issuing the cards of whole groups: every student who sat in them on the last day and has none yet, one by one, then
 * one ZIP per group.
 * @throws AppError not_found; not_allowed_now while the period is open, or when there is nobody to issue for
 */
export const issueGroups = command({
  name: 'reportCards.issueGroups',
  permission: issueCards,
  input: issueGroupsInput,
  output: issueStarted,
  run: async ({ db, input, enqueue, audit }) => {
    const { yearId, periodId = null, ranking } = input
    const day = await lastDay({ db }, { yearId, periodId })
    const periods = await db.academicPeriod.findMany({
      where: periodId ? { id: periodId } : { schoolYearId: yearId },
      select: { name: true, status: true },
    })
    if (periods.some(({ status }) => status === 'open' || status === 'draft'))
      throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.periodOpen' })
    const groups = await db.classGroup.findMany({
      where: { schoolYearId: yearId, ...(input.classGroupIds ? { id: { in: input.classGroupIds } } : {}) },
      orderBy: [{ gradeLevel: 'asc' }, { code: 'asc' }],
      select: { id: true },
    })
    if (input.classGroupIds && groups.length < new Set(input.classGroupIds).size) throw new AppError('not_found')
    const classGroupIds = groups.map(({ id }) => id)
    const students = await db.groupPlacement.count({ where: { classGroupId: { in: classGroupIds }, ...satIn(day) } })
    if (students === 0) throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.nobody' })
    const t = await translator('es', 'reportCards')
    const name = periodId ? (periods[0]?.name ?? '') : t('finalName')
    const jobId = await enqueue(
      issueReportCards,
      { yearId, periodId, classGroupIds, ranking },
      { title: t('issueTitle', { name }), total: students },
    )
    audit({ action: 'report_card.issueGroups', entity: 'job', entityId: jobId, after: { name, students } })
    return { jobId, students }
  },
})
