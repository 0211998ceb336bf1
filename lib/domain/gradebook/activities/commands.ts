import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { openCourse } from '../steps'
import {
  copiedActivities,
  copyActivitiesInput,
  createActivityInput,
  orderActivitiesInput,
  orderedActivities,
  removeActivityInput,
  removedActivity,
  savedActivity,
  updateActivityInput,
} from './schema'
import { activityColumns, activityData, openActivity, refuseForeignCategory } from './steps'

const permission = 'write:activities' as const

/** One more activity at the end of the course's list of the period. @throws AppError not_found, not_allowed_now */
export const createActivity = command({
  name: 'gradebook.createActivity',
  permission,
  input: createActivityInput,
  output: savedActivity,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { courseId, periodId, ...sent } = call.input
    await openCourse(call, { courseId, periodId })
    await refuseForeignCategory(call, sent.categoryId, { courseId, periodId })
    const at = { courseOfferingId: courseId, academicPeriodId: periodId }
    const last = await db.evaluationActivity.findFirst({
      where: at,
      orderBy: { position: 'desc' },
      select: { position: true },
    })
    const saved = await db.evaluationActivity.create({
      data: {
        schoolId: ctx.schoolId,
        ...at,
        title: sent.title,
        type: sent.type,
        ...activityData(sent),
        position: (last?.position ?? -1) + 1,
        createdBy: userIdOf(ctx),
      },
      select: { id: true, version: true },
    })
    audit({
      action: 'activity.create',
      entity: 'activity',
      entityId: saved.id,
      after: { name: sent.title, weight: sent.weight },
    })
    return saved
  },
})

/** Changes what is named. @throws AppError conflict with the activity as it is now */
export const updateActivity = command({
  name: 'gradebook.updateActivity',
  permission,
  input: updateActivityInput,
  output: savedActivity,
  run: async (call) => {
    const { activityId, version, ...sent } = call.input
    const before = await openActivity(call, activityId)
    const at = { courseId: before.courseOfferingId, periodId: before.academicPeriodId }
    await refuseForeignCategory(call, sent.categoryId, at)
    const saved = await updateVersioned<typeof before>(call.db.evaluationActivity, {
      id: activityId,
      version,
      data: activityData(sent),
      shows: ['title', 'type', 'description', 'categoryId'],
    })
    call.audit({
      action: 'activity.update',
      entity: 'activity',
      entityId: activityId,
      before: { name: before.title, title: before.title, type: before.type, weight: before.weight.toString() },
      after: { name: saved.title, title: saved.title, type: saved.type, weight: saved.weight.toString() },
    })
    return { id: activityId, version: saved.version }
  },
})

/**
 * Removes an activity that nobody was ever marked in; its files stay in the store.
 * @throws AppError not_allowed_now with `data.count` when there are scores, emptied ones too: their history hangs on them
 */
export const removeActivity = command({
  name: 'gradebook.removeActivity',
  permission,
  input: removeActivityInput,
  output: removedActivity,
  run: async (call) => {
    const { db, audit } = call
    const { activityId } = call.input
    const row = await openActivity(call, activityId)
    const count = await db.activityScore.count({ where: { activityId } })
    if (count > 0) throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.hasScores', data: { count } })
    await db.activityFile.deleteMany({ where: { activityId } })
    await db.evaluationActivity.deleteMany({ where: { id: activityId } })
    audit({ action: 'activity.remove', entity: 'activity', entityId: activityId, before: { name: row.title } })
    return { id: activityId }
  },
})

/** The order of the grid's columns. @throws AppError conflict when the list has changed in between */
export const orderActivities = command({
  name: 'gradebook.orderActivities',
  permission,
  input: orderActivitiesInput,
  output: orderedActivities,
  run: async (call) => {
    const { db, audit } = call
    const { courseId, periodId, ids } = call.input
    await openCourse(call, { courseId, periodId })
    const rows = await db.evaluationActivity.findMany({
      where: { courseOfferingId: courseId, academicPeriodId: periodId },
      select: { id: true },
    })
    const known = new Set(rows.map(({ id }) => id))
    if (ids.some((id) => !known.has(id))) throw new AppError('not_found')
    if (new Set(ids).size !== known.size) throw new AppError('conflict')
    for (const [position, id] of ids.entries())
      await db.evaluationActivity.updateMany({ where: { id }, data: { position } })
    audit({ action: 'activity.order', entity: 'course', entityId: courseId, after: { count: ids.length } })
    return { count: ids.length }
  },
})

/**
 * Copies the activities of a course and period, without scores, to other courses of the same subject and year. One whose
 * title is there already is left out, so that copying twice makes nothing twice. Categories come along by their name.
 * @throws AppError not_found for a course that is not this person's, or of another subject
 */
export const copyActivities = command({
  name: 'gradebook.copyActivities',
  permission,
  input: copyActivitiesInput,
  output: copiedActivities,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { courseId, periodId, toCourseIds } = call.input
    const from = await openCourse(call, { courseId, periodId })
    const at = { courseOfferingId: courseId, academicPeriodId: periodId }
    const [activities, categories] = await Promise.all([
      db.evaluationActivity.findMany({ where: at, orderBy: { position: 'asc' }, select: activityColumns }),
      db.evaluationCategory.findMany({ where: at, select: { id: true, name: true, weight: true, position: true } }),
    ])
    const courses = []
    for (const toId of new Set(toCourseIds)) {
      const to = await openCourse(call, { courseId: toId, periodId })
      if (to.subjectId !== from.subjectId || toId === courseId) throw new AppError('not_found')
      const there = { courseOfferingId: toId, academicPeriodId: periodId }
      await db.evaluationCategory.createMany({
        data: categories.map(({ name, weight, position }) => ({
          schoolId: ctx.schoolId,
          ...there,
          name,
          weight,
          position,
        })),
        skipDuplicates: true,
      })
      const [own, taken] = await Promise.all([
        db.evaluationCategory.findMany({ where: there, select: { id: true, name: true } }),
        db.evaluationActivity.findMany({ where: there, select: { title: true, position: true } }),
      ])
      const nameOf = new Map(categories.map(({ id, name }) => [id, name]))
      const idOf = new Map(own.map(({ id, name }) => [name, id]))
      const wanted = activities.filter(({ title }) => !taken.some((other) => other.title === title))
      const first = Math.max(-1, ...taken.map(({ position }) => position)) + 1
      await db.evaluationActivity.createMany({
        data: wanted.map(({ type, title, description, weight, categoryId, assignedOn, dueOn }, index) => ({
          schoolId: ctx.schoolId,
          ...there,
          type,
          title,
          description,
          weight,
          assignedOn,
          dueOn,
          categoryId: idOf.get(nameOf.get(categoryId ?? '') ?? '') ?? null,
          position: first + index,
          createdBy: userIdOf(ctx),
        })),
      })
      courses.push({ courseId: toId, created: wanted.length, skipped: activities.length - wanted.length })
      audit({ action: 'activity.copy', entity: 'course', entityId: toId, after: { count: wanted.length } })
    }
    return { courses }
  },
})
