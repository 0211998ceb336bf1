import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { openCourse } from '../steps'
import { saveAchievementsInput, savedAchievements } from './schema'

/**
 * What the group was to reach in the period (logros), the whole list in its order; what is not in it goes.
 * @throws AppError not_found, not_allowed_now; conflict when one was changed in between
 */
export const saveAchievements = command({
  name: 'gradebook.saveAchievements',
  permission: 'write:grades',
  input: saveAchievementsInput,
  output: savedAchievements,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { courseId, periodId, items } = call.input
    await openCourse(call, { courseId, periodId })
    const at = { courseOfferingId: courseId, academicPeriodId: periodId }
    const before = await db.courseAchievement.findMany({
      where: at,
      orderBy: { position: 'asc' },
      select: { id: true, text: true },
    })
    const kept = items.flatMap(({ achievementId }) => achievementId ?? [])
    if (kept.some((id) => !before.some((row) => row.id === id))) throw new AppError('not_found')
    await db.courseAchievement.deleteMany({ where: { ...at, id: { notIn: kept } } })
    for (const [position, { achievementId, version, text }] of items.entries()) {
      if (achievementId)
        await updateVersioned(db.courseAchievement, {
          id: achievementId,
          version: version ?? 0,
          data: { text, position },
        })
      else await db.courseAchievement.create({ data: { schoolId: ctx.schoolId, ...at, text, position } })
    }
    const saved = await db.courseAchievement.findMany({
      where: at,
      orderBy: { position: 'asc' },
      select: { id: true, text: true, version: true },
    })
    audit({
      action: 'course.achievements',
      entity: 'course',
      entityId: courseId,
      before: { achievements: before.map(({ text }) => text) },
      after: { achievements: saved.map(({ text }) => text) },
    })
    return { items: saved }
  },
})
