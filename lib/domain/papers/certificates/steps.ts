import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { dateToDay, today } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import { naturalName } from '@/lib/shared/names'
import { draftCard, isOver } from '../../report-cards/snapshot/queries'
import { readLetterhead } from '../letterhead/queries'
import type { Signer } from '../letterhead/schema'
import { readSigningStaff, signerAs } from '../signatures/steps'
import type { CertificateContent, CertificateWish } from './schema'

type Call = { db: TenantClient; ctx: SchoolContext }

const enrollmentColumns = {
  id: true,
  studentId: true,
  gradeLevel: true,
  groupCode: true,
  shift: true,
  status: true,
  schoolYear: {
    select: {
      name: true,
      status: true,
      startsOn: true,
      endsOn: true,
      periods: { orderBy: { number: 'asc' as const }, select: { id: true, status: true } },
    },
  },
  promotion: { select: { status: true, promotedTo: true } },
  student: {
    select: {
      firstSurname: true,
      secondSurname: true,
      firstName: true,
      secondName: true,
      documentType: true,
      documentNumber: true,
    },
  },
} as const

async function readSigners({ db }: Call, ids: readonly string[]): Promise<Signer[]> {
  const { staff } = await readSigningStaff(db)
  return ids.map((id) => {
    const person = staff.find((one) => one.membershipId === id)
    if (!person) throw new AppError('not_allowed_now', { field: 'signerIds', reason: 'papers.refusal.signerUnknown' })
    return signerAs(person, person.signature)
  })
}

type Marked = { id: string; schoolYear: { periods: { id: string; status: string }[] } }

/** The marks of the periods that are over: all of them make the year complete. */
async function readMarks(
  call: Call,
  enrollment: Marked & { promotion: { status: string; promotedTo: string | null } | null },
) {
  const { periods } = enrollment.schoolYear
  const over = periods.filter(isOver)
  const last = over.at(-1)
  if (!last) throw new AppError('not_allowed_now', { reason: 'papers.refusal.noMarks' })
  const complete = over.length === periods.length
  const { header, items } = await draftCard(call, {
    enrollmentId: enrollment.id,
    periodId: complete ? null : last.id,
    ranking: false,
  })
  const bare = items.map((area) => ({
    ...area,
    subjects: area.subjects.map((subject) => ({ ...subject, achievements: [], comments: [] })),
  }))
  return {
    areas: bare,
    periods: header.periods,
    complete,
    scale: header.scale,
    display: header.display,
    assessment: header.assessment,
    promotion: complete ? enrollment.promotion : null,
  }
}

/**
 * What a certificate says, out of the records of this moment.
 * @throws AppError not_found; not_allowed_now when the enrollment is not active, no period with marks is over, or a
 * signer is not of the school; invalid when nobody attests a paz y salvo
 */
export async function certificateOf(call: Call, wish: CertificateWish, replaces: string | null) {
  const { db } = call
  const enrollment = await db.enrollment.findFirst({ where: { id: wish.enrollmentId }, select: enrollmentColumns })
  if (!enrollment) throw new AppError('not_found')
  const { kind, attests = [], book, folio, note, addressee, signerIds } = wish
  const { schoolYear, student } = enrollment
  const there = enrollment.status === 'active' || enrollment.status === 'graduated' || enrollment.status === 'withdrawn'
  if (!there) throw new AppError('not_allowed_now', { reason: 'papers.refusal.notActive' })
  if (kind === 'clearance' && attests.length === 0)
    throw new AppError('invalid', { field: 'attests', reason: 'papers.refusal.attestsRequired' })
  const withMarks = kind === 'grades_certificate' || kind === 'performance_certificate'
  const [school, calendar, signers, marks] = await Promise.all([
    readLetterhead(call),
    db.school.findFirst({ where: {}, select: { calendar: true } }),
    readSigners(call, signerIds),
    withMarks ? readMarks(call, enrollment) : Promise.resolve(null),
  ])
  const { gradeLevel, groupCode, shift } = enrollment
  const content: CertificateContent = {
    format: 1,
    kind,
    school,
    student: { name: naturalName(student), document: showDocument(student.documentType, student.documentNumber) },
    enrollment: {
      year: schoolYear.name,
      gradeLevel,
      groupCode,
      shift,
      running: schoolYear.status === 'active' && enrollment.status === 'active',
      calendar: calendar?.calendar ?? 'A',
      startsOn: dateToDay(schoolYear.startsOn),
      endsOn: dateToDay(schoolYear.endsOn),
    },
    marks,
    attests: kind === 'clearance' ? attests : [],
    register: book && folio ? { book, folio } : null,
    addressee: addressee ?? null,
    note: note ?? null,
    signers,
    replaces,
    issuedOn: today(),
  }
  return { content, studentId: enrollment.studentId, enrollmentId: enrollment.id }
}
