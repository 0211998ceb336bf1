import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { saveCategoriesInput, savedCategories } from '../activities/schema'
import { openCourse } from '../steps'

/**
 * The kinds of work of a course and period with their weights, the whole list at once. Activities of one that goes are in
 * none afterwards.
 * @throws AppError not_found, not_allowed_now; duplicate when two have one name
 */
export const saveCategories = command({
  name: 'gradebook.saveCategories',
  permission: 'write:activities',
  input: saveCategoriesInput,
  output: savedCategories,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { courseId, periodId, categories } = call.input
    await openCourse(call, { courseId, periodId })
    const at = { courseOfferingId: courseId, academicPeriodId: periodId }
    const before = await db.evaluationCategory.findMany({ where: at, select: { id: true, name: true, weight: true } })
    const kept = categories.flatMap(({ categoryId }) => categoryId ?? [])
    if (kept.some((id) => !before.some((row) => row.id === id))) throw new AppError('not_found')
    if (new Set(categories.map(({ name }) => name.toLowerCase())).size < categories.length)
      throw new AppError('duplicate', { reason: 'gradebook.refusal.categoryTwice' })
    const gone = before.filter(({ id }) => !kept.includes(id)).map(({ id }) => id)
    if (gone.length > 0) {
      await db.evaluationActivity.updateMany({ where: { categoryId: { in: gone } }, data: { categoryId: null } })
      await db.evaluationCategory.deleteMany({ where: { id: { in: gone } } })
    }
    // Out of the way first, so that two may exchange their names.
    for (const id of kept) await db.evaluationCategory.updateMany({ where: { id }, data: { name: `~${id}` } })
    for (const [position, { categoryId, name, weight }] of categories.entries()) {
      if (categoryId)
        await db.evaluationCategory.updateMany({
          where: { id: categoryId },
          data: { name, weight, position, version: { increment: 1 } },
        })
      else await db.evaluationCategory.create({ data: { schoolId: ctx.schoolId, ...at, name, weight, position } })
    }
    const list = (rows: readonly { name: string; weight: { toString(): string } }[]) =>
      rows.map(({ name, weight }) => `${name} ${weight} %`)
    audit({
      action: 'course.categories',
      entity: 'course',
      entityId: courseId,
      before: { categories: list(before) },
      after: { categories: list(categories) },
    })
    const saved = await db.evaluationCategory.findMany({
      where: at,
      orderBy: { position: 'asc' },
      select: { id: true, name: true, weight: true },
    })
    return { categories: saved.map(({ weight, ...row }) => ({ ...row, weight: weight.toString() })) }
  },
})
