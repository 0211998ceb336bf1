import { defaultRules } from '@/lib/domain/evaluation/rules'
import type { CertificateContent } from '@/lib/domain/papers/certificates/schema'
import { contentHash } from '@/lib/domain/papers/steps'
import { zipPrefix } from '@/lib/domain/report-cards/batch/steps'
import { draftCard } from '@/lib/domain/report-cards/snapshot/queries'
import { database } from '@/lib/platform/db/client'
import { type TenantClient, tenantClient } from '@/lib/platform/db/tenant'
import { writeObject } from '@/lib/platform/storage'
import { dayToDate } from '@/lib/shared/dates'
import { addCourse, addGroup, addRules } from './academics'
import { systemContext } from './context'
import { addEnrollment } from './enrollment'
import { addStudent } from './family'
import { samples } from './files'
import { newId, unique } from './ids'
import type { WholeSchool } from './whole-school'

const [from, to] = [dayToDate('2025-01-20'), dayToDate('2025-11-28')]

/**
 * A year that is over, with one published period: the school's child with a published card, another with an issued one, a
 * third with none, the group's ZIP, and a certificate. Written as rows, so that no work of the queue comes along.
 */
export async function paperSubject(school: WholeSchool): Promise<Record<string, string>> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const [yearId, periodId] = [newId(), newId()]
  const name = `A${unique()}`
  await prisma.schoolYear.create({ data: { ...mine, id: yearId, name, startsOn: from, endsOn: to, status: 'closed' } })
  await prisma.academicPeriod.create({
    data: {
      ...mine,
      id: periodId,
      schoolYearId: yearId,
      number: 1,
      name: 'Único',
      startsOn: from,
      endsOn: to,
      status: 'published',
    },
  })
  const rulesId = await addRules(school, defaultRules(), yearId)
  const classGroupId = await addGroup(school, { yearId, code: '6-Z' })
  const course = await addCourse(school, { groupId: classGroupId, validFrom: '2025-01-20' })
  const pupils: string[] = []
  for (const studentId of [school.studentId, (await addStudent(school)).id, (await addStudent(school)).id]) {
    const { id: enrollmentId } = await addEnrollment(school, {
      studentId,
      yearId,
      gradeLevel: '6',
      status: 'graduated',
    })
    const seat = { ...mine, enrollmentId, validFrom: from }
    await prisma.groupPlacement.create({ data: { ...seat, classGroupId } })
    await prisma.courseEnrollment.create({ data: { ...seat, courseOfferingId: course.id } })
    const mark = { academicPeriodId: periodId, evaluationRulesId: rulesId, value: '4', level: 'high' }
    await prisma.courseResult.create({ data: { ...mine, ...mark, courseOfferingId: course.id, enrollmentId } })
    pupils.push(enrollmentId)
  }
  const [first, second, third] = pupils as [string, string, string]
  const [reportCardId, issuedCardId] = [
    await addCard(school, { enrollmentId: first, periodId, status: 'published' }),
    await addCard(school, { enrollmentId: second, periodId, status: 'issued' }),
  ]
  const zipId = newId()
  const objectKey = `${zipPrefix(school.id, { yearId, periodId }, classGroupId)}${unique()}`
  await writeObject(objectKey, samples.pdf.bytes, 'application/zip')
  await prisma.storedFile.create({
    data: {
      ...mine,
      id: zipId,
      objectKey,
      fileName: 'boletines.zip',
      contentType: 'application/zip',
      size: samples.pdf.bytes.length,
      sha256: '2'.repeat(64),
      purpose: 'report_card',
      status: 'ready',
    },
  })
  return {
    cardYearId: yearId,
    cardPeriodId: periodId,
    cardGroupId: classGroupId,
    cardEnrollmentId: second,
    cardlessEnrollmentId: third,
    reportCardId,
    issuedCardId,
    zipId,
    paperId: await addCertificate(school, first),
    signerIds: school.members.rector.membershipId,
    signerId: await addSignature(school),
  }
}

/** Somebody whose signature has a picture, and who signs no kind of paper. */
async function addSignature(school: WholeSchool): Promise<string> {
  const { membershipId } = school.members.secretary
  const signature = { membershipId, name: null, position: null, kinds: [], pendingPicture: null }
  await database().prisma.schoolSettings.updateMany({
    where: { schoolId: school.id },
    data: { paperSettings: { signatures: [{ ...signature, picture: `${school.id}/${unique()}` }] } },
  })
  return membershipId
}

async function addCard(school: WholeSchool, card: { enrollmentId: string; periodId: string; status: string }) {
  const { prisma } = database()
  const { enrollmentId, periodId, status } = card
  const ctx = await systemContext(school)
  const db = tenantClient(school.id) as unknown as TenantClient
  const draft = await draftCard({ db, ctx }, { enrollmentId, periodId, ranking: false })
  const id = newId()
  const header = { ...draft.header, edition: 1 }
  await prisma.reportCard.create({
    data: {
      schoolId: school.id,
      id,
      enrollmentId,
      academicPeriodId: periodId,
      evaluationRulesId: draft.rulesId,
      header: JSON.parse(JSON.stringify(header)) as object,
      items: JSON.parse(JSON.stringify(draft.items)) as object[],
      sha256: contentHash({ header, items: draft.items }),
      status,
      publishedAt: status === 'published' ? new Date() : null,
    },
  })
  const student = draft.header.student
  await addPaper(school, {
    kind: 'report_card',
    content: { student },
    enrollmentId,
    studentId: draft.studentId,
    reportCardId: id,
  })
  return id
}

const numbers = () => Number.parseInt(unique(), 16) % 1_000_000_000

async function addPaper(
  school: Pick<WholeSchool, 'id'>,
  paper: { kind: string; content: object; enrollmentId: string; studentId: string; reportCardId?: string },
): Promise<string> {
  const id = newId()
  const code = `${unique()}0000000000000000`
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '0')
    .slice(0, 16)
  await database().prisma.issuedDocument.create({
    data: {
      schoolId: school.id,
      id,
      series: 'XX-2025',
      number: numbers() + 1,
      code,
      contentHash: contentHash(paper.content),
      ...paper,
    },
  })
  return id
}

async function addCertificate(school: WholeSchool, enrollmentId: string): Promise<string> {
  const { name } = school
  const blank = { nit: null, dane: null, resolution: null, city: null, address: null, phone: null, email: null }
  const content: CertificateContent = {
    format: 1,
    kind: 'enrollment_certificate',
    school: { name, ...blank },
    student: { name: 'Ana Prueba', document: 'TI 1.011' },
    enrollment: {
      year: '2025',
      gradeLevel: '6',
      groupCode: '6-Z',
      shift: 'morning',
      running: false,
      calendar: 'A',
      startsOn: '2025-01-20',
      endsOn: '2025-11-28',
    },
    marks: null,
    attests: [],
    register: null,
    addressee: null,
    note: null,
    signers: [{ name: school.members.rector.name, role: 'rector' }],
    replaces: null,
    issuedOn: '2025-12-01',
  }
  return addPaper(school, { kind: 'enrollment_certificate', content, enrollmentId, studentId: school.studentId })
}
