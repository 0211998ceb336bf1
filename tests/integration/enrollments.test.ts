import { beforeAll, describe, expect, it } from 'vitest'
import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { findCandidates, readChildToEnroll, readEnrollmentForm } from '@/lib/domain/enrollments/form/queries'
import { readEnrollment as readDetail } from '@/lib/domain/enrollments/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import type { AppError } from '@/lib/platform/errors'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { enrollmentForm, guardianData } from '../support/enrollment-form'
import { addGuardian, addStudent } from '../support/family'
import { somebody } from '../support/person'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let other: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  ;[school, other] = await Promise.all([testSchool(), testSchool()])
  secretary = await contextFor(school, 'secretary')
})

const form = (over: object = {}) => enrollmentForm(school, over)

/** How many rows each table of the school has. */
async function rows(schoolId: string) {
  const { prisma } = database()
  const where = { schoolId }
  const [students, guardians, links, enrollments, documents, audit] = await Promise.all([
    prisma.student.count({ where }),
    prisma.guardian.count({ where }),
    prisma.studentGuardian.count({ where }),
    prisma.enrollment.count({ where }),
    prisma.enrollmentDocument.count({ where }),
    prisma.auditLog.count({ where }),
  ])
  return { students, guardians, links, enrollments, documents, audit }
}

describe('enrolling', () => {
  it('makes the child, the family, the enrollment, its papers and its history', async () => {
    const sent = form({
      guardians: [
        { guardian: guardianData(), relationship: 'mother', isPrimary: true },
        { guardian: guardianData(), relationship: 'father', canPickup: true },
      ],
    })
    const made = await enrollChild.run(secretary, sent)
    expect(made).toMatchObject({ status: 'pending_documents', missingCount: 5 })
    const detail = await readDetail.run(secretary, { enrollmentId: made.id })
    expect(detail).toMatchObject({ gradeLevel: '6', groupCode: 'A', yearName: '2027', kind: 'new' })
    expect(detail.guardians.map(({ relationship, isPrimary }) => [relationship, isPrimary])).toEqual([
      ['mother', true],
      ['father', false],
    ])
    expect(detail.history).toMatchObject([
      { status: 'pending_documents', by: school.members.secretary.name, reason: 'created' },
    ])
    expect(detail.documents.map(({ documentType }) => documentType)).toEqual(Object.keys(school.requirements))
    const lines = await database().prisma.auditLog.findMany({
      where: { schoolId: school.id, studentId: made.studentId },
    })
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['student.create', 'enrollment.create']))
  })

  it('leaves nothing behind when the last guardian is refused', async () => {
    const before = await rows(school.id)
    const known = await addGuardian(other)
    const sent = form({
      guardians: [
        { guardian: guardianData(), relationship: 'mother', isPrimary: true },
        { guardianId: known.id, relationship: 'father' },
      ],
    })
    expect(await refusal(enrollChild.run(secretary, sent))).toMatchObject({ code: 'not_found' })
    const wrong = form({
      guardians: [form().guardians[0], { guardian: guardianData({ phone: '12' }), relationship: 'aunt' }],
    })
    expect(await refusal(enrollChild.run(secretary, wrong))).toMatchObject({
      code: 'invalid',
      details: { fields: { 'guardians.1.guardian.phone': 'validation.phone' } },
    })
    expect(await rows(school.id)).toEqual(before)
  })

  it('refuses a second enrollment in the same year and says which one there is', async () => {
    const sent = form()
    const made = await enrollChild.run(secretary, sent)
    const again = await refusal(enrollChild.run(secretary, { ...sent, gradeLevel: '7' }))
    expect(again).toMatchObject({ code: 'duplicate', details: { reason: 'enrollments.refusal.alreadyEnrolled' } })
    expect(again.details.data).toMatchObject({ enrollmentId: made.id, studentId: made.studentId, year: '2027' })
    const { student: _, ...rest } = sent
    const byId = await refusal(enrollChild.run(secretary, { ...rest, studentId: made.studentId, guardians: [] }))
    expect(byId.details.data).toMatchObject({ enrollmentId: made.id })
  })

  it('finds a known child by the document, and asks when the name is another one', async () => {
    const child = await addStudent(school, { isActive: false })
    const { documentType, documentNumber, firstSurname, secondSurname, firstName } = child
    const same = { documentType, documentNumber, firstSurname, secondSurname, firstName }
    const made = await enrollChild.run(secretary, form({ student: same }))
    expect(made.studentId).toBe(child.id)
    const stored = await database().prisma.student.findFirstOrThrow({ where: { id: child.id } })
    expect(stored.isActive).toBe(true)
    const taken = await refusal(
      enrollChild.run(secretary, form({ student: { ...same, firstSurname: 'Otro', firstName: 'Distinto' } })),
    )
    expect(taken).toMatchObject({
      code: 'duplicate',
      details: { field: 'student.documentNumber', data: { studentId: child.id } },
    })
  })

  it('shows the children who may be the same before it makes a new one', async () => {
    const known = await addStudent(school, { firstSurname: 'Zuluaga', firstName: 'Salomé', birthDate: '2014-03-02' })
    const { documentNumber } = somebody()
    const { firstSurname, secondSurname, firstName } = known
    const student = {
      documentType: 'TI',
      documentNumber,
      firstSurname,
      secondSurname,
      firstName,
      birthDate: '2014-03-02',
    }
    const warned = await refusal(enrollChild.run(secretary, form({ student })))
    expect(warned).toMatchObject({ code: 'duplicate', details: { data: { candidates: [{ id: known.id }] } } })
    const made = await enrollChild.run(secretary, form({ student: { ...student, acceptDuplicate: [known.id] } }))
    expect(made.studentId).not.toBe(known.id)
  })

  it('takes no year that is closed', async () => {
    const closed = await testSchool()
    await database().prisma.schoolYear.updateMany({ where: { schoolId: closed.id }, data: { status: 'closed' } })
    const ctx = await contextFor(closed, 'secretary')
    const refused = await refusal(enrollChild.run(ctx, form({ schoolYearId: closed.yearId })))
    expect(refused).toMatchObject({ code: 'not_allowed_now', details: { reason: 'enrollments.refusal.yearClosed' } })
  })

  it('enrolls a child once, however many desks try at the same time', async () => {
    const sent = form()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => enrollChild.run(secretary, sent)))
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as AppError)
    expect(won).toHaveLength(1)
    expect(lost.map(({ code }) => code)).toEqual(Array(19).fill('duplicate'))
    expect(new Set(lost.map(({ details }) => details.data?.enrollmentId))).toEqual(new Set([won[0]?.value.id]))
    const { documentNumber } = sent.student
    expect(await database().prisma.student.count({ where: { schoolId: school.id, documentNumber } })).toBe(1)
  })

  it('finds nothing of another school and writes nothing', async () => {
    const [child, guardian] = [await addStudent(other), await addGuardian(other)]
    const before = [await rows(school.id), await rows(other.id)]
    const { student: _, ...known } = form({ guardians: [] })
    const attempts = [
      { ...known, studentId: child.id },
      form({ schoolYearId: other.nextYearId }),
      form({ guardians: [{ guardianId: guardian.id, relationship: 'mother' }] }),
    ]
    for (const sent of attempts)
      expect(await refusal(enrollChild.run(secretary, sent))).toMatchObject({ code: 'not_found' })
    expect([await rows(school.id), await rows(other.id)]).toEqual(before)
  })

  it('is for who may write enrollments', async () => {
    for (const role of ['coordinator', 'teacher', 'student', 'acudiente'] as const)
      expect(await refusal(enrollChild.run(await contextFor(school, role), form()))).toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('the form', () => {
  it('offers open years, groups and papers, and finds a child while somebody types', async () => {
    const child = await addStudent(school, { firstSurname: 'Ñáñez', firstName: 'Yurani' })
    const guardian = await addGuardian(school, { of: [child.id] })
    await addEnrollment(school, { studentId: child.id, gradeLevel: '5', groupCode: '501', status: 'active' })
    const facts = await readEnrollmentForm.run(secretary, {})
    expect(facts.years.map(({ name }) => name)).toEqual(['2027', '2026'])
    expect(facts.groups).toContainEqual(
      expect.objectContaining({
        yearId: school.yearId,
        gradeLevel: '5',
        groupCode: '501',
        students: 1,
        shift: 'morning',
      }),
    )
    expect(facts.requirements.map(({ code }) => code)).toEqual(Object.keys(school.requirements))
    for (const q of ['nanez yurani', child.documentNumber]) {
      const { items } = await findCandidates.run(secretary, { q })
      expect(items).toMatchObject([{ id: child.id, last: { gradeLevel: '5', yearName: '2026' } }])
      expect(items[0]?.enrolled).toHaveLength(1)
    }
    const known = await readChildToEnroll.run(secretary, { studentId: child.id })
    expect(known.proposal).toEqual({ kind: 'returning', gradeLevel: '6', groupCode: '601', shift: 'morning' })
    expect(known.guardians).toMatchObject([{ id: guardian.id, phone: guardian.phone }])
    const foreign = await refusal(readChildToEnroll.run(await contextFor(other, 'secretary'), { studentId: child.id }))
    expect(foreign.code).toBe('not_found')
  })
})
