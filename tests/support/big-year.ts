import { savePlan, startRollover } from '@/lib/domain/rollovers/commands'
import { readOneRollover } from '@/lib/domain/rollovers/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { newId } from './ids'
import { type TestSchool, testSchool } from './school'
import { addGroup } from './year-end'

const grades = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']
const CODES = ['A', 'B', 'C', 'D', 'E']

/** 55 groups of about 36; one of twenty repeats, one of forty is undecided; each brings a validated paper along. */
export async function bigYear(students: number): Promise<TestSchool> {
  const school = await testSchool()
  const { prisma } = database()
  for (const grade of grades) for (const code of CODES) await addGroup(school, school.yearId, grade, `${grade}-${code}`)
  const of = (index: number) => {
    const gradeLevel = grades[index % grades.length] as string
    return { gradeLevel, groupCode: `${gradeLevel}-${CODES[index % CODES.length]}` }
  }
  const rows = Array.from({ length: students }, (_, index) => ({ index, studentId: newId(), enrollmentId: newId() }))
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

/** A roll-over with every step saved as it is proposed. */
export async function plannedRollover(rector: SchoolContext, school: TestSchool): Promise<string> {
  const { id } = await startRollover.run(rector, { fromYearId: school.yearId, toYearId: school.nextYearId })
  const read = await readOneRollover.run(rector, { rolloverId: id })
  await savePlan.run(rector, {
    rolloverId: id,
    version: read.version,
    structure: { copy: true, courses: true, teachers: true },
    promotion: { undecided: 'waits', pending: 'waits' },
    destinations: read.destinations.map(({ students: _, nextGrade: __, ...row }) => row),
  })
  return id
}
