import { beforeEach, describe, expect, it } from 'vitest'
import { clearException, saveException, savePlan, startRollover } from '@/lib/domain/rollovers/commands'
import { listRolloverStudents, readOneRollover, tryRollover } from '@/lib/domain/rollovers/queries'
import { runPortion } from '@/lib/domain/rollovers/run/commands'
import { startRun } from '@/lib/domain/rollovers/start/commands'
import { database } from '@/lib/platform/db/client'
import { newId } from '../support/ids'
import { runQueued } from '../support/worker'
import { addGroup, addSitting, type YearEnd, yearEnd } from '../support/year-end'

let { school, rector, ana, luis, eva, last, version, planned, ran, ofNextYear, stateOf } = {} as YearEnd
beforeEach(async () => {
  ;({ school, rector, ana, luis, eva, last, version, planned, ran, ofNextYear, stateOf } = await yearEnd())
})

describe('a test run', () => {
  it('tells counts and names before anything changes', async () => {
    const id = await planned()
    const trial = await tryRollover.run(rector, { rolloverId: id })
    expect(trial.totals).toMatchObject({ students: 4, promoted: 1, repeats: 1, graduates: 1 })
    expect(trial.changes).toEqual({ enroll: 2, graduate: 1, change: 0, same: 0 })
    expect(trial.structure).toMatchObject({ groups: 3 })
    expect(trial.problems.map(({ problem, students }) => [problem, students.map(({ name }) => name)])).toEqual([
      ['undecided', [eva.name]],
    ])
    expect(await ofNextYear()).toEqual([])
  })

  it('names who does not fit, has no destination, is off or enrolled already', async () => {
    const { prisma } = database()
    const more = await addSitting(school, { gradeLevel: '6', groupCode: '6-A' })
    const off = await addSitting(school, { gradeLevel: '6', groupCode: '6-A' })
    await prisma.student.updateMany({ where: { schoolId: school.id, id: off.studentId }, data: { isActive: false } })
    const lone = await addSitting(school, { gradeLevel: '8', groupCode: '8-A' })
    const twice = await addSitting(school, { gradeLevel: '6', groupCode: '6-A' })
    await prisma.enrollment.create({
      data: {
        schoolId: school.id,
        id: newId(),
        studentId: twice.studentId,
        schoolYearId: school.nextYearId,
        gradeLevel: '7',
      },
    })
    const trial = await tryRollover.run(rector, { rolloverId: await planned() })
    const names = Object.fromEntries(
      trial.problems.map(({ problem, students }) => [problem, students.map(({ name }) => name)]),
    )
    expect(names).toEqual({
      undecided: [eva.name],
      inactive: [off.name],
      noDestination: [lone.name],
      alreadyEnrolled: [twice.name],
    })
    expect(trial.groups.find(({ code }) => code === '7-A')).toMatchObject({ incoming: 2, capacity: 1, over: 1 })
    expect(more.name).toBeTruthy()
  })
})

describe('a run', () => {
  it('opens enrollments that ask only for papers that expired, and graduates the last grade', async () => {
    const id = await planned()
    await ran(id)
    const opened = await ofNextYear()
    expect(
      opened.map(({ studentId, gradeLevel, groupCode, kind, status }) => [
        studentId,
        gradeLevel,
        groupCode,
        kind,
        status,
      ]),
    ).toEqual([
      [luis.studentId, '6', '6-A', 'returning', 'pending_documents'],
      [ana.studentId, '7', '7-A', 'returning', 'pending_documents'],
    ])
    const state = Object.fromEntries(opened[1]!.documents.map(({ documentType, status }) => [documentType, status]))
    expect(state).toEqual({
      birth_certificate: 'validated',
      identity_document: 'validated',
      habeas_data: 'validated',
      report_card: 'pending',
      tratamiento_datos: 'pending',
    })
    expect(opened[1]!.missingCount).toBe(2)
    expect(
      opened[1]!.documents.find(({ documentType }) => documentType === 'birth_certificate')?.metadata,
    ).toMatchObject({
      carriedFrom: { enrollmentId: ana.enrollmentId, year: '2026' },
    })
    expect([await stateOf(last.enrollmentId), await stateOf(ana.enrollmentId)]).toEqual(['graduated', 'active'])
    const read = await readOneRollover.run(rector, { rolloverId: id })
    expect(read).toMatchObject({
      status: 'done',
      results: { done: 3, skipped: 1, enrolled: 2, waiting: 2, carried: 3 },
    })
    expect(read.run?.by).toBe(rector.actor.name)
  })

  it('done twice in a row doubles nobody, and later touches only what changed', async () => {
    const id = await planned()
    await ran(id)
    const before = await ofNextYear()
    await ran(id)
    expect(await ofNextYear()).toEqual(before)
    await database().prisma.promotion.create({
      data: { schoolId: school.id, id: newId(), enrollmentId: eva.enrollmentId, status: 'promoted' },
    })
    const trial = await tryRollover.run(rector, { rolloverId: id })
    expect(trial.changes).toEqual({ enroll: 1, graduate: 0, change: 0, same: 3 })
    await ran(id)
    const after = await ofNextYear()
    expect(after.filter(({ studentId }) => studentId !== eva.studentId)).toEqual(before)
    expect(after.find(({ studentId }) => studentId === eva.studentId)).toMatchObject({
      gradeLevel: '7',
      groupCode: '7-A',
    })
  })

  it('follows an exception, and takes back what an earlier run did for that student', async () => {
    const id = await planned()
    await ran(id)
    await saveException.run(rector, {
      rolloverId: id,
      enrollmentId: ana.enrollmentId,
      outcome: 'leaves',
      reason: 'Se muda a Cali',
    })
    await saveException.run(rector, {
      rolloverId: id,
      enrollmentId: last.enrollmentId,
      outcome: 'repeats',
      reason: 'Por acuerdo con la familia',
    })
    await ran(id)
    expect((await ofNextYear()).map(({ studentId, groupCode }) => [studentId, groupCode]).sort()).toEqual(
      [
        [luis.studentId, '6-A'],
        [last.studentId, '11-A'],
      ].sort(),
    )
    expect(await stateOf(last.enrollmentId)).toBe('active')
    await clearException.run(rector, { rolloverId: id, enrollmentId: ana.enrollmentId })
    await ran(id)
    expect(await ofNextYear()).toHaveLength(3)
  })

  it('keeps an enrollment that somebody has worked on, although the plan changed', async () => {
    const id = await planned()
    await ran(id)
    const { prisma } = database()
    await prisma.enrollment.updateMany({
      where: { schoolId: school.id, schoolYearId: school.nextYearId, studentId: ana.studentId },
      data: { version: 2 },
    })
    await saveException.run(rector, {
      rolloverId: id,
      enrollmentId: ana.enrollmentId,
      outcome: 'leaves',
      reason: 'Se muda',
    })
    await ran(id)
    expect((await ofNextYear()).some(({ studentId }) => studentId === ana.studentId)).toBe(true)
    const { items } = await listRolloverStudents.run(rector, { rolloverId: id, problem: 'workedOn' })
    expect(items.map(({ name }) => name)).toEqual([ana.name])
  })

  it('cut off in the middle goes on where it stopped', async () => {
    const id = await planned()
    await startRun.run(rector, { rolloverId: id, version: await version(id) })
    const { prisma } = database()
    // The worker did the first portion and was killed: the roll-over is under way, its job is not.
    await addGroup(school, school.nextYearId, '7', '7-A')
    await runPortion.run(rector, { rolloverId: id, enrollmentIds: [ana.enrollmentId] })
    const first = await ofNextYear()
    expect(first).toHaveLength(1)
    expect((await runQueued()).failures).toEqual([])
    const all = await ofNextYear()
    expect(all).toHaveLength(2)
    expect(all.find(({ studentId }) => studentId === ana.studentId)).toEqual(first[0])
    expect(await prisma.rolloverStudent.count({ where: { schoolId: school.id, rolloverId: id } })).toBe(4)
  })

  it('of the same portion by two workers at once opens each enrollment once', async () => {
    const id = await planned({ structure: { copy: false, courses: false, teachers: false } })
    await addGroup(school, school.nextYearId, '6', '6-A')
    await addGroup(school, school.nextYearId, '7', '7-A')
    const read = await readOneRollover.run(rector, { rolloverId: id })
    await savePlan.run(rector, {
      rolloverId: id,
      version: read.version,
      destinations: read.destinations.map(({ students: _, nextGrade: __, ...row }) =>
        row.gradeLevel === '6' ? { ...row, promotedTo: '7-A', repeatsIn: '6-A' } : row,
      ),
    })
    await startRun.run(rector, { rolloverId: id, version: await version(id) })
    const enrollmentIds = [ana, luis, eva, last].map(({ enrollmentId }) => enrollmentId)
    await Promise.all([1, 2].map(() => runPortion.run(rector, { rolloverId: id, enrollmentIds })))
    expect(await ofNextYear()).toHaveLength(2)
    await runQueued()
    expect(await ofNextYear()).toHaveLength(2)
  })

  it('does not start before every step is saved, nor twice, nor into a year that is over', async () => {
    const { id } = await startRollover.run(rector, { fromYearId: school.yearId, toYearId: school.nextYearId })
    await expect(startRun.run(rector, { rolloverId: id, version: 1 })).rejects.toMatchObject({
      details: { reason: 'rollovers.refusal.stepsOpen' },
    })
    await planned()
    await startRun.run(rector, { rolloverId: id, version: await version(id) })
    await expect(startRun.run(rector, { rolloverId: id, version: await version(id) })).rejects.toMatchObject({
      details: { reason: 'rollovers.refusal.running' },
    })
    await database().prisma.schoolYear.updateMany({
      where: { schoolId: school.id, id: school.nextYearId },
      data: { status: 'archived' },
    })
    await runQueued()
    expect(await ofNextYear()).toEqual([])
  })
})
