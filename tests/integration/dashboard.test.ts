import { beforeAll, describe, expect, it } from 'vitest'
import { readFunnel, readTodo, readTrends } from '@/lib/domain/dashboard/queries'
import { classKeys, type TodoKey } from '@/lib/domain/dashboard/schema'
import { readReviewQueue } from '@/lib/domain/enrollments/documents/review/queries'
import { listEnrollments } from '@/lib/domain/enrollments/queries'
import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate, today } from '@/lib/shared/dates'
import { addCourse } from '../support/academics'
import { addClass } from '../support/attendance'
import { addFamilyLink, contextFor } from '../support/context'
import { addEnrollment, type EnrollmentOverrides } from '../support/enrollment'
import { addGuardian } from '../support/family'
import { putFile } from '../support/files'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool

const all = (status: 'uploaded' | 'validated') =>
  Object.fromEntries(Object.keys(school.requirements).map((code) => [code, status]))

async function enrollment(over: EnrollmentOverrides = {}, columns: object = {}) {
  const made = await addEnrollment(school, over)
  await database().prisma.enrollment.updateMany({ where: { schoolId: school.id, id: made.id }, data: columns })
  return made
}

const due = (days: number) => ({ commitmentDueOn: dayToDate(addDays(today(), days)) })
const longAgo = { createdAt: new Date(Date.now() - 20 * 86_400_000) }

beforeAll(async () => {
  school = await testSchool()
  const other = await testSchool()
  await addEnrollment(other, { status: 'in_review' })
  // Two that are ready; one with a paper that waits for a reviewer, and one whose file never arrived.
  for (const yearId of [school.yearId, school.nextYearId])
    await enrollment({ status: 'in_review', documents: all('validated'), yearId })
  const sent = await enrollment({
    status: 'in_review',
    documents: { ...all('validated'), birth_certificate: 'uploaded', report_card: 'uploaded' },
  })
  await putFile(school, sent.documents.birth_certificate!.id)
  for (const days of [-3, -1]) await enrollment({ status: 'active' }, due(days))
  for (const days of [0, 7, 8]) await enrollment({ status: 'active' }, due(days))
  // A commitment that was kept waits for nobody.
  await enrollment({ status: 'active', documents: all('validated') }, due(-5))
  const unopened = await enrollment({ gradeLevel: '6' })
  await addFamilyLink(school, (await addGuardian(school, { of: [unopened.studentId] })).id)
  const opened = await enrollment({ gradeLevel: '6' }, longAgo)
  const link = await addFamilyLink(school, (await addGuardian(school, { of: [opened.studentId] })).id)
  await database().prisma.familyLink.updateMany({
    where: { id: link.id },
    data: { lastUsedAt: new Date(), useCount: 1 },
  })
  for (let i = 0; i < 3; i++) await enrollment({ gradeLevel: '7' }, i === 0 ? longAgo : {})
  // Of a closed year: no work for anybody.
  await database().prisma.schoolYear.create({
    data: {
      schoolId: school.id,
      name: '2025',
      startsOn: dayToDate('2025-01-20'),
      endsOn: dayToDate('2025-11-28'),
      status: 'closed',
    },
  })
  const { id: closed } = await database().prisma.schoolYear.findFirstOrThrow({
    where: { schoolId: school.id, name: '2025' },
  })
  await enrollment({ yearId: closed, status: 'in_review', documents: all('validated') })
  await enrollment({ yearId: closed }, longAgo)
})

describe('what waits', () => {
  it('counts each line as it is', async () => {
    const { items, setup } = await readTodo.run(await contextFor(school, 'secretary'), {})
    expect(Object.fromEntries(items.map(({ key, count }) => [key, count]))).toEqual({
      documentsToReview: 1,
      readyToActivate: 2,
      commitmentsOverdue: 2,
      commitmentsDue: 2,
      linksMissing: 3,
      linksUnopened: 1,
      stalled: 2,
    } satisfies Record<TodoKey, number>)
    expect(setup).toEqual([])
  })

  it('leads to lists with the same count', async () => {
    const ctx = await contextFor(school, 'secretary')
    const { items } = await readTodo.run(ctx, {})
    for (const { key, count } of items) {
      if (key === 'documentsToReview') expect((await readReviewQueue.run(ctx, {})).total).toBe(count)
      else expect([key, (await listEnrollments.run(ctx, { waiting: key })).total]).toEqual([key, count])
    }
  })

  it('shows what the person can act on', async () => {
    const keysFor = async (role: 'coordinator' | 'teacher') =>
      (await readTodo.run(await contextFor(school, role), {})).items.map(({ key }) => key)
    expect(await keysFor('coordinator')).toEqual(['commitmentsOverdue', 'commitmentsDue', 'stalled'])
    expect(await keysFor('teacher')).toEqual([])
  })

  it('says what the active year asks for, to who can do it', async () => {
    const { prisma } = database()
    const year = await testSchool()
    const { course, children } = await addClass(year, 1)
    await addCourse(year, { groupId: course.classGroupId, teacherId: null })
    const [first, second] = year.periodIds as [string, string]
    const period = (id: string, status: 'open' | 'closed', endsOn: string) =>
      prisma.academicPeriod.updateMany({
        where: { schoolId: year.id, id },
        data: { status, endsOn: dayToDate(endsOn) },
      })
    await prisma.academicPeriod.updateMany({ where: { schoolId: year.id }, data: { status: 'closed' } })
    await period(first, 'open', addDays(today(), -1))
    await prisma.absenceExcuse.create({
      data: {
        schoolId: year.id,
        enrollmentId: children[0]!.enrollmentId,
        validFrom: dayToDate(today()),
        validTo: dayToDate(today()),
        reason: 'Cita médica',
      },
    })
    const asked = async (role: 'teacher' | 'coordinator' | 'rector' | 'secretary') => {
      const { items } = await readTodo.run(await contextFor(year, role), {})
      return items.filter(({ key }) => classKeys.some((one) => one === key)).map(({ key, count }) => `${key} ${count}`)
    }
    expect(await asked('teacher')).toEqual(['coursesToHandIn 1'])
    expect(await asked('coordinator')).toEqual(['excusesWaiting 1'])
    expect(await asked('rector')).toEqual(['excusesWaiting 1', 'periodsToClose 1'])
    expect(await asked('secretary')).toEqual([])

    await prisma.periodCourse.create({
      data: { schoolId: year.id, courseOfferingId: course.id, academicPeriodId: first, status: 'submitted' },
    })
    expect(await asked('teacher')).toEqual([])
    // The next one ends in two weeks: nobody is asked for it yet.
    await period(first, 'closed', addDays(today(), -1))
    await period(second, 'open', addDays(today(), 14))
    expect([await asked('teacher'), await asked('rector')]).toEqual([[], ['excusesWaiting 1']])
    await period(second, 'open', addDays(today(), 7))
    expect(await asked('teacher')).toEqual(['coursesToHandIn 1'])
  })

  it('says which step an empty school misses', async () => {
    const empty = await testSchool()
    const ctx = await contextFor(empty, 'rector')
    expect((await readTodo.run(ctx, {})).setup).toEqual(['enrollments'])
    const where = { schoolId: empty.id }
    await database().prisma.requiredDocument.deleteMany({ where })
    await database().prisma.academicPeriod.deleteMany({ where })
    await database().prisma.schoolYear.deleteMany({ where })
    expect((await readTodo.run(ctx, {})).setup).toEqual(['year', 'requirements', 'enrollments'])
    expect(await readFunnel.run(ctx, {})).toEqual({ year: null, years: [], rows: [], active: 0 })
  })
})

describe('the numbers', () => {
  it('put grades in order and states in columns, of one year', async () => {
    const ctx = await contextFor(school, 'coordinator')
    const of = await readFunnel.run(ctx, { schoolYearId: school.yearId })
    expect(of.rows.map(({ gradeLevel }) => gradeLevel)).toEqual(['5', '6', '7'])
    expect(of.rows[0]).toMatchObject({ in_review: 2, active: 6, pending_documents: 0 })
    expect(of.active).toBe(6)
    const newest = await readFunnel.run(ctx, {})
    expect([newest.year?.name, newest.rows]).toMatchObject(['2027', [{ gradeLevel: '5', in_review: 1 }]])
    expect(newest.years.map(({ name }) => name)).toEqual(['2027', '2026', '2025'])
  })

  it('follow the weeks', async () => {
    const weeks = await readTrends.run(await contextFor(school, 'secretary'), {})
    expect(weeks.opened).toHaveLength(8)
    expect(weeks.opened.slice(-3)).toEqual([3, 0, weeks.opened.at(-1)])
    expect(weeks.opened.at(-1)).toBe(13)
    expect(weeks.activated.at(-1)).toBe(6)
    expect(weeks.validated.at(-1)).toBeGreaterThan(10)
  })
})
