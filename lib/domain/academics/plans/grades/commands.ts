import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { sumHours, weightProblems } from '../rules'
import { savedGrade, saveGradeInput } from '../schema'
import { openYear, readPlanDetail } from '../steps'
import { holdDraft, sameItem } from './steps'

type Item = { subjectId: string; weeklyHours: number; isMandatory?: boolean; areaWeight?: number | null }

/** The subjects, all known and each once, in the order in which they were sent. New ones must be in use. */
async function checkItems({ db }: Pick<CommandCall, 'db'>, items: readonly Item[], known: readonly string[]) {
  const ids = items.map(({ subjectId }) => subjectId)
  const subjects = await db.subject.findMany({
    where: { id: { in: ids } },
    select: { id: true, areaId: true, name: true, isActive: true },
  })
  const fields: Record<string, string> = {}
  for (const [index, id] of ids.entries()) {
    const subject = subjects.find((row) => row.id === id)
    if (!subject) throw new AppError('not_found')
    if (ids.indexOf(id) !== index) fields[`items.${index}.subjectId`] = 'academics.invalid.subjectTwice'
    else if (!subject.isActive && !known.includes(id))
      fields[`items.${index}.subjectId`] = 'academics.invalid.subjectOff'
  }
  const weighted = items.map(({ subjectId, areaWeight = null }) => ({
    areaId: subjects.find(({ id }) => id === subjectId)?.areaId ?? '',
    areaWeight,
  }))
  for (const { index, error } of weightProblems(weighted)) fields[`items.${index}.areaWeight`] = error
  if (Object.keys(fields).length > 0) throw new AppError('invalid', { fields })
  return subjects
}

/**
 * One grade of a plan in draft, whole: its hours and its subjects in order.
 * @throws AppError conflict with the grade as it is now when somebody saved it first; invalid by item
 */
export const saveGrade = command({
  name: 'academics.saveGrade',
  permission: 'config:institution',
  input: saveGradeInput,
  output: savedGrade,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { studyPlanId, gradeLevel, weeklyHours } = input
    await holdDraft(db, studyPlanId)
    const plan = await readPlanDetail(db, studyPlanId)
    await openYear(db, plan.year.id)
    const before = plan.grades.find((grade) => grade.gradeLevel === gradeLevel)
    const stored = before?.items ?? []
    const subjects = await checkItems(
      call,
      input.items,
      stored.map(({ subjectId }) => subjectId),
    )
    if ((before?.version ?? 0) !== input.version)
      throw new AppError('conflict', {
        current: {
          version: before?.version ?? 0,
          weeklyHours: before?.weeklyHours ?? null,
          items: stored.map(({ subjectId, weeklyHours: hours, isMandatory, areaWeight }) => ({
            subjectId,
            weeklyHours: hours,
            isMandatory,
            areaWeight,
          })),
        },
      })
    const scope = { schoolId: ctx.schoolId, studyPlanId, gradeLevel }
    const wanted = input.items.map(
      ({ subjectId, weeklyHours: hours, isMandatory = true, areaWeight = null }, index) => ({
        subjectId,
        weeklyHours: hours,
        isMandatory,
        areaWeight,
        position: (index + 1) * 10,
      }),
    )
    const gone = stored.filter(({ subjectId }) => !wanted.some((item) => item.subjectId === subjectId))
    await db.studyPlanItem.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
    const positions = await db.studyPlanItem.findMany({
      where: { studyPlanId, gradeLevel },
      select: { id: true, position: true },
    })
    for (const item of wanted) {
      const known = stored.find(({ subjectId }) => subjectId === item.subjectId)
      const position = positions.find(({ id }) => id === known?.id)?.position ?? 0
      if (!known) await db.studyPlanItem.create({ data: { ...scope, ...item } })
      else if (!sameItem({ ...known, position }, item))
        await db.studyPlanItem.updateMany({ where: { id: known.id }, data: { ...item, version: { increment: 1 } } })
    }
    if (!before || before.version === 0) await db.gradeHours.create({ data: { ...scope, weeklyHours } })
    else
      await db.gradeHours.updateMany({
        where: { studyPlanId, gradeLevel },
        data: { weeklyHours, version: { increment: 1 } },
      })
    const total = sumHours(wanted)
    const shown = (items: readonly Item[]) =>
      Object.fromEntries(items.map((item) => [nameOf(item.subjectId), item.weeklyHours]))
    const nameOf = (id: string) =>
      subjects.find((subject) => subject.id === id)?.name ?? stored.find((item) => item.subjectId === id)?.subject ?? id
    audit({
      action: 'plan.saveGrade',
      entity: 'plan',
      entityId: studyPlanId,
      ...(before ? { before: { name: plan.name, gradeLevel, hours: before.total, subjects: shown(stored) } } : {}),
      after: { name: plan.name, gradeLevel, hours: total, count: wanted.length, subjects: shown(wanted) },
    })
    return { studyPlanId, gradeLevel, version: (before?.version ?? 0) + 1, weeklyHours, total }
  },
})
