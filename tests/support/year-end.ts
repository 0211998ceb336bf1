import { savePlan, startRollover } from '@/lib/domain/rollovers/commands'
import { readOneRollover } from '@/lib/domain/rollovers/queries'
import { startRun } from '@/lib/domain/rollovers/start/commands'
import { database } from '@/lib/platform/db/client'
import { contextFor } from './context'
import { addEnrollment } from './enrollment'
import { addStudent } from './family'
import { newId } from './ids'
import { type TestSchool, testSchool } from './school'
import { runQueued } from './worker'

/** A group of a year. */
export async function addGroup(
  school: { id: string },
  schoolYearId: string,
  gradeLevel: string,
  code: string,
  capacity = 40,
) {
  const id = newId()
  await database().prisma.classGroup.create({
    data: { schoolId: school.id, id, schoolYearId, gradeLevel, code, capacity },
  })
  return id
}

/** A student who sits in a group of the year that ends, with the decision of the evaluation meeting, or without one. */
export async function addSitting(
  school: TestSchool,
  {
    gradeLevel,
    groupCode,
    decision = 'promoted',
    validated = [],
    ...person
  }: {
    gradeLevel: string
    groupCode: string | null
    decision?: 'promoted' | 'not_promoted' | 'pending' | null
    validated?: string[]
  } & NonNullable<Parameters<typeof addStudent>[1]>,
) {
  const student = await addStudent(school, person)
  const enrollment = await addEnrollment(school, {
    studentId: student.id,
    gradeLevel,
    groupCode,
    status: 'active',
    documents: Object.fromEntries(validated.map((code) => [code, 'validated' as const])),
  })
  if (decision)
    await database().prisma.promotion.create({
      data: { schoolId: school.id, id: newId(), enrollmentId: enrollment.id, status: decision },
    })
  return { studentId: student.id, enrollmentId: enrollment.id, name: student.fullName }
}

const papers = ['birth_certificate', 'identity_document', 'habeas_data']

/** A year that ends: 6-A with one who goes on, one who repeats and one undecided; 11-A with one who graduates. */
export async function yearEnd() {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  for (const [grade, code] of [
    ['6', '6-A'],
    ['7', '7-A'],
    ['11', '11-A'],
  ] as const)
    await addGroup(school, school.yearId, grade, code, 1)
  const sits = { gradeLevel: '6', groupCode: '6-A' }
  const ana = await addSitting(school, { ...sits, firstSurname: 'Arango', birthDate: '2015-05-06', validated: papers })
  const luis = await addSitting(school, { ...sits, firstSurname: 'Bedoya', decision: 'not_promoted' })
  const eva = await addSitting(school, { ...sits, firstSurname: 'Cano', decision: null })
  const last = await addSitting(school, { gradeLevel: '11', groupCode: '11-A', firstSurname: 'Duque' })
  const { prisma } = database()
  for (const [code, validity] of [
    ['birth_certificate', 'permanent'],
    ['identity_document', 'identity'],
    ['habeas_data', 'version'],
  ] as const)
    await prisma.requiredDocument.updateMany({
      where: { schoolId: school.id, code },
      data: { validity, appliesTo: {} },
    })
  await prisma.enrollmentDocument.updateMany({
    where: { schoolId: school.id, enrollmentId: ana.enrollmentId, documentType: 'habeas_data' },
    data: { documentVersion: 'v1' },
  })

  const version = async (id: string) => (await readOneRollover.run(rector, { rolloverId: id })).version

  async function planned(over: object = {}): Promise<string> {
    const { id } = await startRollover.run(rector, { fromYearId: school.yearId, toYearId: school.nextYearId })
    const read = await readOneRollover.run(rector, { rolloverId: id })
    await savePlan.run(rector, {
      rolloverId: id,
      version: read.version,
      structure: { copy: true, courses: true, teachers: false },
      promotion: { undecided: 'waits', pending: 'waits' },
      destinations: read.destinations.map(({ students: _, nextGrade: __, ...row }) => row),
      ...over,
    })
    return id
  }

  async function ran(id: string) {
    await startRun.run(rector, { rolloverId: id, version: await version(id) })
    const [failure] = (await runQueued()).failures
    if (failure) throw failure
  }

  const ofNextYear = () =>
    database().prisma.enrollment.findMany({
      where: { schoolId: school.id, schoolYearId: school.nextYearId },
      include: { documents: true },
      orderBy: { gradeLevel: 'asc' },
    })
  const stateOf = async (enrollmentId: string) =>
    (await database().prisma.enrollment.findFirstOrThrow({ where: { schoolId: school.id, id: enrollmentId } })).status
  return { school, rector, ana, luis, eva, last, version, planned, ran, ofNextYear, stateOf }
}
export type YearEnd = Awaited<ReturnType<typeof yearEnd>>
