import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveAchievements } from '@/lib/domain/gradebook/achievements/commands'
import {
  copyActivities,
  createActivity,
  orderActivities,
  removeActivity,
  updateActivity,
} from '@/lib/domain/gradebook/activities/commands'
import {
  confirmActivityFile,
  offerActivityFile,
  removeActivityFile,
} from '@/lib/domain/gradebook/activities/files/commands'
import { openActivityFile } from '@/lib/domain/gradebook/activities/files/queries'
import { listParallelCourses, readActivity } from '@/lib/domain/gradebook/activities/queries'
import { saveCategories } from '@/lib/domain/gradebook/categories/commands'
import { saveComment } from '@/lib/domain/gradebook/comments/commands'
import { readWords } from '@/lib/domain/gradebook/comments/queries'
import { listCourses } from '@/lib/domain/gradebook/courses/queries'
import { giveBack, handIn } from '@/lib/domain/gradebook/handing/commands'
import { saveObservation } from '@/lib/domain/gradebook/observations/commands'
import { readObservations } from '@/lib/domain/gradebook/observations/queries'
import { createPhrase, removePhrase } from '@/lib/domain/gradebook/phrases/commands'
import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { addCourse, addSubject } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { samples } from '../support/files'
import { addGradedCourse, type GradedCourse } from '../support/gradebook'
import { newId } from '../support/ids'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'
import { factsOf, put } from '../support/uploads'

let school: TestSchool
let teacher: SchoolContext
let coordinator: SchoolContext
let rector: SchoolContext
let stranger: SchoolContext
let graded: GradedCourse

beforeAll(async () => {
  school = await testSchool()
  ;[teacher, coordinator, rector] = await Promise.all([
    contextFor(school, 'teacher'),
    contextFor(school, 'coordinator'),
    contextFor(school, 'rector'),
  ])
  const { userId } = await addUser()
  await memberOf(school, userId, ['teacher'])
  stranger = await contextOf(school, userId)
})
beforeEach(async () => {
  graded = await addGradedCourse(school)
})

const notFound = { code: 'not_found' }
const activity = { type: 'quiz', title: 'Decimales', weight: '12,5' }
const score = (student: number, column: number, value: string) => ({
  activityId: graded.activities[column]!,
  enrollmentId: graded.students[student]!.enrollmentId,
  status: 'scored',
  score: value,
  version: 0,
})
const grid = () => readGrid.run(teacher, graded.course)

describe('activities', () => {
  it('are added at the end, changed, put in order', async () => {
    const { id, version } = await createActivity.run(teacher, { ...graded.course, ...activity, dueOn: '2026-03-20' })
    await updateActivity.run(teacher, { activityId: id, version, title: 'Números decimales' })
    await orderActivities.run(teacher, { ...graded.course, ids: [id, ...graded.activities] })
    const { activities } = await grid()
    expect(activities.map(({ title, weight }) => [title, weight])).toEqual([
      ['Números decimales', '12.5'],
      ['Actividad 1', '10'],
      ['Actividad 2', '10'],
    ])
    await expect(updateActivity.run(teacher, { activityId: id, version, title: 'Otra vez' })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { title: 'Números decimales' } },
    })
    await expect(orderActivities.run(teacher, { ...graded.course, ids: graded.activities })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('stay when somebody was marked in them, also when the mark was taken back', async () => {
    await saveScores.run(teacher, { ...graded.course, cells: [score(0, 0, '3')] })
    const cleared = { ...score(0, 0, '3'), status: 'cleared', score: null, version: 1 }
    await saveScores.run(teacher, { ...graded.course, cells: [cleared] })
    await expect(removeActivity.run(teacher, { activityId: graded.activities[0] })).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason: 'gradebook.refusal.hasScores', data: { count: 1 } },
    })
    await removeActivity.run(teacher, { activityId: graded.activities[1] })
    expect((await grid()).activities.map(({ id }) => id)).toEqual([graded.activities[0]])
  })

  it('tell who has not been marked, and the figures of those who have', async () => {
    await saveScores.run(teacher, { ...graded.course, cells: [score(0, 0, '2.5'), score(1, 0, '4')] })
    const read = await readActivity.run(coordinator, { activityId: graded.activities[0] })
    expect(read).toMatchObject({
      mean: '3.25',
      lowest: '2.5',
      highest: '4',
      counts: { students: 3, scored: 2, belowPass: 1 },
    })
    expect(read.unmarked).toEqual([expect.objectContaining({ name: graded.students[2]!.name })])
  })

  it('are copied to a parallel course once, with their categories', async () => {
    const { categories } = await saveCategories.run(teacher, {
      ...graded.course,
      categories: [{ name: 'Saber', weight: '60' }],
    })
    await createActivity.run(teacher, { ...graded.course, ...activity, categoryId: categories[0]!.id })
    const parallel = await addCourse(school, { subjectId: graded.subjectId })
    const other = await addCourse(school, { subjectId: await addSubject(school) })
    const { items } = await listParallelCourses.run(teacher, graded.course)
    expect(items.map(({ courseId }) => courseId)).toEqual([parallel.id])
    const copy = () => copyActivities.run(teacher, { ...graded.course, toCourseIds: [parallel.id] })
    expect(await copy()).toEqual({ courses: [{ courseId: parallel.id, created: 3, skipped: 0 }] })
    expect(await copy()).toEqual({ courses: [{ courseId: parallel.id, created: 0, skipped: 3 }] })
    const there = await readGrid.run(teacher, { courseId: parallel.id, periodId: graded.course.periodId })
    expect(there.activities.map(({ title, categoryId }) => [title, categoryId === there.categories[0]!.id])).toEqual([
      ['Actividad 1', false],
      ['Actividad 2', false],
      ['Decimales', true],
    ])
    await expect(copyActivities.run(teacher, { ...graded.course, toCourseIds: [other.id] })).rejects.toMatchObject(
      notFound,
    )
  })

  it('belong to those who teach the course, in an open period', async () => {
    for (const call of [
      () => createActivity.run(stranger, { ...graded.course, ...activity }),
      () => removeActivity.run(stranger, { activityId: graded.activities[0] }),
      () => readActivity.run(stranger, { activityId: graded.activities[0] }),
      () => saveCategories.run(stranger, { ...graded.course, categories: [] }),
      () => createActivity.run(teacher, { ...graded.course, periodId: newId(), ...activity }),
    ])
      await expect(call()).rejects.toMatchObject(notFound)
    await expect(createActivity.run(coordinator, { ...graded.course, ...activity })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await createActivity.run(rector, { ...graded.course, ...activity })
  })

  it('carry files that were looked at', async () => {
    const [activityId] = graded.activities
    const file = { ...samples.pdf, fileName: 'guia.pdf' }
    const ticket = await offerActivityFile.run(teacher, { activityId, ...factsOf(file) })
    await put(ticket, file.bytes)
    const at = { activityId, storedFileId: ticket.fileId }
    expect(await confirmActivityFile.run(teacher, at)).toMatchObject({ accepted: true })
    expect((await readActivity.run(teacher, { activityId })).files).toEqual([
      expect.objectContaining({ id: ticket.fileId, fileName: 'guia.pdf' }),
    ])
    expect((await fetch((await openActivityFile.run(teacher, at)).url)).status).toBe(200)
    await expect(openActivityFile.run(stranger, at)).rejects.toMatchObject(notFound)
    await removeActivityFile.run(teacher, at)
    await expect(openActivityFile.run(teacher, at)).rejects.toMatchObject(notFound)
  })
})

describe('words', () => {
  const comment = (text: string, version: number, ctx = teacher) =>
    saveComment.run(ctx, {
      ...graded.course,
      enrollmentId: graded.students[0]!.enrollmentId,
      kind: 'observation',
      text,
      version,
    })
  const words = async () => (await readWords.run(teacher, graded.course)).students[0]!.words

  it('are saved against their version, twice the same once, and taken away when blank', async () => {
    expect(await comment('Avanza.', 0)).toEqual({ version: 1 })
    expect(await comment('Avanza.', 0)).toEqual({ version: 1 })
    await expect(comment('Retrocede.', 0)).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { text: 'Avanza.', version: 1 } },
    })
    expect(await comment('Avanza mucho.', 1)).toEqual({ version: 2 })
    expect(await words()).toEqual([{ kind: 'observation', text: 'Avanza mucho.', version: 2 }])
    expect(await comment('  ', 2)).toEqual({ version: 0 })
    expect(await words()).toEqual([])
    await expect(comment('x', 0, stranger)).rejects.toMatchObject(notFound)
  })

  it('keep the achievements of the course in their order', async () => {
    const { items } = await saveAchievements.run(teacher, {
      ...graded.course,
      items: [{ text: 'Suma' }, { text: 'Resta' }],
    })
    const [sum, rest] = items
    const next = await saveAchievements.run(teacher, {
      ...graded.course,
      items: [{ achievementId: rest!.id, version: 1, text: 'Resta' }, { text: 'Divide' }],
    })
    expect(next.items.map(({ text }) => text)).toEqual(['Resta', 'Divide'])
    await expect(
      saveAchievements.run(teacher, { ...graded.course, items: [{ achievementId: sum!.id, version: 1, text: 'x' }] }),
    ).rejects.toMatchObject(notFound)
  })

  it('draw on own phrases and on the school’s', async () => {
    const own = await createPhrase.run(teacher, { kind: 'strength', text: 'Participa.' })
    await createPhrase.run(rector, { kind: 'strength', text: 'De todos.', shared: true })
    await expect(createPhrase.run(teacher, { kind: 'strength', text: 'x', shared: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const texts = async (ctx: SchoolContext) =>
      (await readWords.run(ctx, graded.course)).phrases.map(({ text }) => text)
    expect(await texts(teacher)).toEqual(['Participa.', 'De todos.'])
    expect(await texts(rector)).toEqual(['De todos.'])
    await expect(removePhrase.run(stranger, { phraseId: own.id })).rejects.toMatchObject(notFound)
    await removePhrase.run(teacher, { phraseId: own.id })
    expect(await texts(teacher)).toEqual(['De todos.'])
  })

  it('are the director’s for a group', async () => {
    const [student] = graded.students
    const observe = (ctx: SchoolContext) =>
      saveObservation.run(ctx, {
        periodId: graded.course.periodId,
        enrollmentId: student!.enrollmentId,
        text: 'Respeta a todos.',
        version: 0,
      })
    await expect(observe(teacher)).rejects.toMatchObject(notFound)
    const at = { classGroupId: graded.classGroupId, periodId: graded.course.periodId }
    await expect(readObservations.run(teacher, at)).rejects.toMatchObject(notFound)
    await database().prisma.classGroup.updateMany({
      where: { id: graded.classGroupId },
      data: { directorId: school.members.teacher.userId },
    })
    expect(await observe(teacher)).toEqual({ version: 1 })
    const read = await readObservations.run(coordinator, at)
    expect(read).toMatchObject({ writes: false, director: school.members.teacher.name })
    expect(read.students[0]).toMatchObject({ text: 'Respeta a todos.', version: 1 })
  })
})

describe('handing in', () => {
  it('ends the teacher’s writing until it is given back', async () => {
    expect(await handIn.run(teacher, graded.course)).toMatchObject({ status: 'submitted' })
    await expect(handIn.run(rector, graded.course)).rejects.toMatchObject({ code: 'not_allowed_now' })
    const refused = { code: 'not_allowed_now', details: { reason: 'gradebook.refusal.handedIn' } }
    await expect(createActivity.run(teacher, { ...graded.course, ...activity })).rejects.toMatchObject(refused)
    expect((await grid()).course).toMatchObject({ writes: false, handing: { status: 'submitted' } })
    const back = { ...graded.course, note: 'Faltan dos notas' }
    await expect(giveBack.run(teacher, back)).rejects.toMatchObject({ code: 'forbidden' })
    await giveBack.run(coordinator, back)
    await expect(giveBack.run(coordinator, back)).rejects.toMatchObject({ code: 'not_allowed_now' })
    expect((await grid()).course).toMatchObject({
      writes: true,
      handing: { status: 'returned', note: 'Faltan dos notas' },
    })
  })
})

describe('my courses', () => {
  it('say how far each one is', async () => {
    await saveScores.run(teacher, { ...graded.course, cells: [score(0, 0, '3'), score(1, 0, '4')] })
    const of = async (ctx: SchoolContext, filter = {}) =>
      (await listCourses.run(ctx, { periodId: graded.course.periodId, ...filter })).items
    const own = (await of(teacher)).find(({ courseId }) => courseId === graded.id)
    expect(own).toMatchObject({ students: 3, activities: 2, weights: '20', scores: 2, comments: 0, handing: 'open' })
    expect(await of(stranger)).toEqual([])
    expect((await of(coordinator, { classGroupId: graded.classGroupId })).map(({ courseId }) => courseId)).toEqual([
      graded.id,
    ])
    expect(await of(coordinator, { classGroupId: graded.classGroupId, handing: 'submitted' })).toEqual([])
  })
})
