import { expect, it } from 'vitest'
import { savePlan, startRollover } from '@/lib/domain/rollovers/commands'
import { readOneRollover, tryRollover } from '@/lib/domain/rollovers/queries'
import { startRun, startUndo } from '@/lib/domain/rollovers/start/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { newId } from '../support/ids'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'
import { addGroup } from '../support/year-end'

const STUDENTS = 2000
const grades = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']
const CODES = ['A', 'B', 'C', 'D', 'E']

/** 55 groups of about 36; one of twenty repeats, one of forty is undecided; each brings a validated paper along. */
async function bigSchool(): Promise<TestSchool> {
  const school = await testSchool()
  const { prisma } = database()
  for (const grade of grades) for (const code of CODES) await addGroup(school, school.yearId, grade, `${grade}-${code}`)
  const of = (index: number) => {
    const gradeLevel = grades[index % grades.length] as string
    return { gradeLevel, groupCode: `${gradeLevel}-${CODES[index % CODES.length]}` }
  }
  const rows = Array.from({ length: STUDENTS }, (_, index) => ({ index, studentId: newId(), enrollmentId: newId() }))
  const mine = { schoolId: school.id }
  const name = (index: number) => `Apellido${index}`
  await prisma.student.createMany({
    data: rows.map(({ index, studentId }) => ({
      ...mine,
      id: studentId,
      documentType: 'TI',
      documentNumber: `1${String(index).padStart(8, '0')}`,
      firstSurname: name(index),
      firstName: 'Niña',
      fullName: `${name(index)} Niña`,
      searchText: `${name(index).toLowerCase()} nina`,
      birthDate: new Date('2014-03-03'),
    })),
  })
  await prisma.enrollment.createMany({
    data: rows.map(({ index, studentId, enrollmentId }) => ({
      ...mine,
      id: enrollmentId,
      studentId,
      schoolYearId: school.yearId,
      status: 'active',
      ...of(index),
    })),
  })
  await prisma.enrollmentDocument.createMany({
    data: rows.map(({ enrollmentId }) => ({
      ...mine,
      enrollmentId,
      documentType: 'identity_document',
      status: 'validated',
      validatedAt: new Date('2026-02-02'),
    })),
  })
  await prisma.requiredDocument.updateMany({
    where: { ...mine, code: 'identity_document' },
    data: { validity: 'permanent' },
  })
  await prisma.promotion.createMany({
    data: rows.flatMap(({ index, enrollmentId }) =>
      index % 40 === 7 ? [] : [{ ...mine, enrollmentId, status: index % 20 === 3 ? 'not_promoted' : 'promoted' }],
    ),
  })
  return school
}

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function run(rector: SchoolContext, rolloverId: string, start: typeof startRun | typeof startUndo) {
  const { version } = await readOneRollover.run(rector, { rolloverId })
  await start.run(rector, { rolloverId, version })
  expect((await runQueued()).failures).toEqual([])
}

it(`takes ${STUDENTS} students along within a minute, twice in a row without one double`, {
  timeout: 180_000,
}, async () => {
  const school = await bigSchool()
  const rector = await contextFor(school, 'rector')
  const { id } = await startRollover.run(rector, { fromYearId: school.yearId, toYearId: school.nextYearId })
  const read = await readOneRollover.run(rector, { rolloverId: id })
  await savePlan.run(rector, {
    rolloverId: id,
    version: read.version,
    structure: { copy: true, courses: true, teachers: true },
    promotion: { undecided: 'waits', pending: 'waits' },
    destinations: read.destinations.map(({ students: _, nextGrade: __, ...row }) => row),
  })
  const enrolled = () =>
    database().prisma.enrollment.count({ where: { schoolId: school.id, schoolYearId: school.nextYearId } })
  const trial = await seconds(() => tryRollover.run(rector, { rolloverId: id }))
  const first = await seconds(() => run(rector, id, startRun))
  const count = await enrolled()
  const again = await seconds(() => run(rector, id, startRun))
  expect(await enrolled()).toBe(count)
  const { results } = await readOneRollover.run(rector, { rolloverId: id })
  expect(results.enrolled).toBe(count)
  expect(results.done + results.skipped).toBe(STUDENTS)
  const undo = await seconds(() => run(rector, id, startUndo))
  expect(await enrolled()).toBe(0)
  console.log(
    `${STUDENTS} students: test run ${trial.toFixed(1)} s, run ${first.toFixed(1)} s (${count} enrollments), again ${again.toFixed(1)} s, undo ${undo.toFixed(1)} s`,
  )
  expect(first).toBeLessThan(60)
  expect(again).toBeLessThan(60)
})
