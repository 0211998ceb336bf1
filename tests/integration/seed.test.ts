import { beforeAll, describe, expect, it } from 'vitest'
import { documentCounts } from '@/lib/domain/enrollments/documents/rules'
import { nextStatusAfterReview, openStatuses } from '@/lib/domain/enrollments/rules'
import { statusHistoryEntry } from '@/lib/domain/enrollments/schema'
import { derived as guardianColumns } from '@/lib/domain/guardians/steps'
import { listOwnCards } from '@/lib/domain/report-cards/queries'
import { derived as studentColumns } from '@/lib/domain/students/steps'
import { database } from '@/lib/platform/db/client'
import { mintForFamilyToken } from '@/lib/platform/mint'
import { verifyPassword } from '@/lib/platform/password'
import { roles } from '@/lib/platform/permissions'
import { readObject } from '@/lib/platform/storage'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { fileKind } from '@/lib/shared/file-kind'
import { type DemoLogin, seedDemo } from '@/prisma/seed'
import { testMeta } from '@/tests/support/context'

const now = new Date('2026-11-20T15:00:00Z')
let logins: DemoLogin[]
beforeAll(async () => {
  logins = await seedDemo({ now })
}, 120_000)

const db = () => database().prisma
const enrollmentsWithPapers = () => db().enrollment.findMany({ include: { documents: true, schoolYear: true } })

describe('the demo', () => {
  it('has two schools of the promised size, in different cities and calendars', async () => {
    const schools = await db().school.findMany({
      orderBy: { slug: 'asc' },
      select: { slug: true, city: true, sector: true, calendar: true, _count: { select: { students: true } } },
    })
    expect(schools).toEqual([
      { slug: 'la-quebrada', city: 'Medellín', sector: 'official', calendar: 'A', _count: { students: 600 } },
      { slug: 'nuevo-farallon', city: 'Cali', sector: 'private', calendar: 'B', _count: { students: 300 } },
    ])
  })

  it('keeps the derived columns as the program would', async () => {
    for (const student of await db().student.findMany()) expect(student).toMatchObject(studentColumns(student))
    for (const guardian of await db().guardian.findMany()) expect(guardian).toMatchObject(guardianColumns(guardian))
  })

  it('has every state, with counters and states that follow from the papers', async () => {
    const enrollments = await enrollmentsWithPapers()
    for (const { documents, ...enrollment } of enrollments) {
      const facts = documents.map(({ required, status }) => ({ required, status: status as 'pending' }))
      expect(enrollment, enrollment.id).toMatchObject(documentCounts(facts))
      const step = nextStatusAfterReview(enrollment.status as EnrollmentStatus, facts)
      expect([null, 'active'], `${enrollment.id} ${enrollment.status}`).toContain(step?.to ?? null)
    }
    for (const school of await db().school.findMany()) {
      const states = enrollments.filter(({ schoolId }) => schoolId === school.id).map(({ status }) => status)
      expect(new Set(states), school.slug).toEqual(
        new Set(['pending_documents', 'in_review', 'active', 'graduated', 'withdrawn']),
      )
      const papers = enrollments.filter(({ schoolId }) => schoolId === school.id).flatMap(({ documents }) => documents)
      expect(new Set(papers.map(({ status }) => status))).toEqual(
        new Set(['pending', 'uploaded', 'validated', 'rejected']),
      )
    }
  })

  it('has what its people did lately: signed minutes, certificates, phrases, notices, and figures for the platform', async () => {
    for (const { id: schoolId, slug } of await db().school.findMany()) {
      const meeting = await db().evaluationMeeting.findFirst({ where: { schoolId }, include: { minutesFile: true } })
      expect(meeting, slug).toMatchObject({ status: 'signed', minutesFile: { status: 'ready' } })
      expect(await readObject(meeting!.minutesFile!.objectKey), slug).not.toBeNull()
      expect(await db().issuedDocument.count({ where: { schoolId, kind: 'enrollment_certificate' } }), slug).toBe(4)
      expect(await db().commentPhrase.count({ where: { schoolId, ownerId: null } }), slug).toBeGreaterThan(3)
      expect(await db().notification.count({ where: { schoolId, readAt: null } }), slug).toBeGreaterThan(3)
      const students = await db().student.count({ where: { schoolId, isActive: true } })
      expect(await db().schoolFigures.findFirst({ where: { schoolId } }), slug).toMatchObject({ students })
    }
  })

  it('tells histories that run forward and end where the enrollment is', async () => {
    for (const { status, statusHistory, createdAt, commitmentDueOn, id } of await enrollmentsWithPapers()) {
      const history = statusHistoryEntry.array().min(1).parse(statusHistory)
      expect(history.at(-1)!.status).toBe(status)
      expect(history[0]!.changed_at).toBe(createdAt.toISOString())
      const moments = history.map(({ changed_at }) => Date.parse(changed_at))
      expect(moments, id).toEqual([...moments].sort((a, b) => a - b))
      expect(moments.at(-1)!, id).toBeLessThanOrEqual(now.getTime())
      if (commitmentDueOn) expect(status).toBe('active')
    }
  })

  it('lets at least twenty papers wait in each school, and every one of them opens', async () => {
    for (const { id: schoolId } of await db().school.findMany()) {
      const waiting = await db().enrollmentDocument.findMany({
        where: { schoolId, status: 'uploaded', enrollment: { status: { in: [...openStatuses] } } },
        include: { files: true },
      })
      expect(waiting.length).toBeGreaterThanOrEqual(20)
      for (const document of waiting.slice(0, 60)) {
        const file = document.files.find(({ id }) => id === document.fileId)!
        const bytes = (await readObject(file.objectKey))!
        expect([bytes.length, fileKind(bytes)], document.id).toEqual([file.size, file.contentType])
      }
    }
  })

  it('has everybody sign in with the one password, in every role of each school', async () => {
    for (const { email, password } of logins.filter(({ path }) => !path)) {
      const user = await db().user.findFirstOrThrow({ where: { email }, include: { credential: true } })
      expect(await verifyPassword(user.credential!.passwordHash, password), email).toBe(true)
    }
    for (const { slug: school } of await db().school.findMany())
      expect(new Set(logins.filter((login) => login.school === school).map(({ role }) => role))).toEqual(
        new Set([...roles, 'family link']),
      )
    const both = await db().user.findFirstOrThrow({
      where: { memberships: { some: {} }, email: 'dos.colegios@example.com' },
      include: { memberships: true },
    })
    expect(both.memberships).toHaveLength(2)
    expect(await db().user.count({ where: { isSuperadmin: true } })).toBe(1)
  })

  it('opens the known family: two children on their way, and the report cards of the published periods', async () => {
    const links = logins.filter(({ path }) => path)
    expect(links).toHaveLength(2)
    for (const { path } of links) {
      const ctx = await mintForFamilyToken(path!.split('#')[1]!, testMeta())
      if (ctx.actor.kind !== 'guardian') throw new Error('not a guardian')
      const children = await db().enrollment.count({
        where: {
          schoolId: ctx.schoolId,
          status: 'pending_documents',
          student: { guardians: { some: { guardianId: ctx.actor.guardianId } } },
        },
      })
      expect(children).toBeGreaterThanOrEqual(2)
      const { items } = await listOwnCards.run(ctx, {})
      expect(new Set(items.map(({ periodName }) => periodName))).toEqual(new Set(['Periodo 1', 'Periodo 2']))
    }
  })

  it('has a year in progress: two periods published, the third open, the fourth to come', async () => {
    const periods = await db().academicPeriod.findMany({
      where: { schoolYear: { status: 'active' } },
      orderBy: [{ schoolId: 'asc' }, { number: 'asc' }],
    })
    const running = ['published', 'published', 'open', 'draft']
    expect(periods.map(({ status }) => status)).toEqual([...running, ...running])
  })

  it('seats every active child in the group that the enrollment names, and in each of its courses', async () => {
    const enrolled = await db().enrollment.findMany({
      where: { schoolYear: { status: 'active' } },
      include: {
        placements: { where: { validTo: null }, include: { classGroup: true } },
        courses: { where: { validTo: null }, include: { courseOffering: true } },
      },
    })
    const offerings = Map.groupBy(await db().courseOffering.findMany(), ({ classGroupId }) => classGroupId)
    for (const { id, status, groupCode, gradeLevel, placements, courses } of enrolled) {
      const seats = status === 'active' ? [`${gradeLevel} ${groupCode}`] : []
      expect(
        placements.map(({ classGroup }) => `${classGroup.gradeLevel} ${classGroup.code}`),
        id,
      ).toEqual(seats)
      const here = placements[0] ? (offerings.get(placements[0].classGroupId) ?? []) : []
      expect(courses.map(({ courseOfferingId }) => courseOfferingId).toSorted(), id).toEqual(
        here.map((course) => course.id).toSorted(),
      )
    }
  })

  it('fills the hours of every grade, and has nobody in two lessons at once', async () => {
    const groups = await db().classGroup.findMany({
      include: {
        studyPlan: { include: { gradeHours: true } },
        offerings: { include: { slots: true, assignments: { where: { validTo: null } } } },
      },
    })
    expect(groups.length).toBeGreaterThan(20)
    const taken = new Set<string>()
    for (const { id, gradeLevel, directorId, studyPlan, offerings } of groups) {
      const hours = studyPlan!.gradeHours.find((row) => row.gradeLevel === gradeLevel)!.weeklyHours
      expect(offerings.reduce((sum, course) => sum + Number(course.weeklyHours), 0)).toBe(Number(hours))
      expect(offerings.flatMap(({ slots }) => slots)).toHaveLength(Number(hours))
      expect(offerings.flatMap(({ assignments }) => assignments.map((one) => one.teacherId))).toContain(directorId)
      for (const { slots, assignments } of offerings)
        for (const { weekday, startsMinute } of slots)
          for (const who of [id, assignments[0]!.teacherId]) {
            const hour = `${who} ${weekday} ${startsMinute}`
            expect(taken.has(hour), hour).toBe(false)
            taken.add(hour)
          }
    }
  })

  it('gives the teacher of the list several courses and lessons on every weekday', async () => {
    for (const { email } of logins.filter(({ role }) => role === 'teacher')) {
      const held = await db().teacherAssignment.findMany({
        where: { teacher: { email }, validTo: null },
        include: { courseOffering: { include: { slots: true } } },
      })
      expect(held.length, email).toBeGreaterThan(2)
      const days = held.flatMap(({ courseOffering }) => courseOffering.slots.map(({ weekday }) => weekday))
      expect(new Set(days), email).toEqual(new Set([1, 2, 3, 4, 5]))
    }
  })

  it('goes into an empty database only', async () => {
    await expect(seedDemo({ now })).rejects.toThrow(/empty/)
  })
})
