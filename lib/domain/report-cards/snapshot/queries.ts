import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { today } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import { naturalName } from '@/lib/shared/names'
import { rulesOfGrade } from '../../evaluation/rules'
import { rulesFor } from '../../evaluation/steps'
import { readLetterhead } from '../../papers/letterhead/queries'
import { signersOf } from '../../papers/signatures/steps'
import { readAbsences, readAverages } from './absences/queries'
import { readCourses } from './courses/queries'
import { cardAreas, noAbsences, placeAmong, scaleOf } from './rules'
import type { CardHeader, CardSnapshot } from './schema'

export type Call = { db: TenantClient; ctx: SchoolContext }

/** Which card: of a period, or the final one of the year when there is none. */
export type WantedCard = { enrollmentId: string; periodId: string | null; ranking: boolean }

export type PeriodRow = {
  id: string
  number: number
  name: string
  startsOn: Date
  endsOn: Date
  status: string
}

export type DraftCard = {
  studentId: string
  rulesId: string | null
  header: Omit<CardHeader, 'edition'>
  items: CardSnapshot['items']
}

const enrollmentColumns = {
  id: true,
  studentId: true,
  schoolYearId: true,
  gradeLevel: true,
  groupCode: true,
  shift: true,
  schoolYear: { select: { name: true, periods: { orderBy: { number: 'asc' as const } } } },
  student: {
    select: {
      firstSurname: true,
      secondSurname: true,
      firstName: true,
      secondName: true,
      fullName: true,
      documentType: true,
      documentNumber: true,
    },
  },
  promotion: { select: { status: true, promotedTo: true, reason: true } },
} as const

/** Over: what was marked in it stands. */
export const isOver = ({ status }: { status: string }): boolean => status === 'closed' || status === 'published'

/** The periods whose marks a card shows. @throws AppError not_found; not_allowed_now while the period is still open */
function periodsOf(periods: PeriodRow[], periodId: string | null): [PeriodRow, ...PeriodRow[]] {
  const last = periodId ? periods.find(({ id }) => id === periodId) : periods.at(-1)
  if (!last) throw new AppError('not_found')
  const shown = periods.filter(({ number }) => number <= last.number)
  const missing = periodId ? (isOver(last) ? [] : [last]) : shown.filter((period) => !isOver(period))
  if (missing.length > 0) throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.periodOpen' })
  return shown.filter(isOver) as [PeriodRow, ...PeriodRow[]]
}

async function readGroup({ db }: Call, enrollmentId: string, on: Date) {
  const placement = await db.groupPlacement.findFirst({
    where: { enrollmentId, validFrom: { lte: on } },
    orderBy: { validFrom: 'desc' },
    select: {
      classGroup: { select: { id: true, code: true, shift: true, director: { select: { id: true, fullName: true } } } },
    },
  })
  return placement?.classGroup ?? null
}

/**
 * A student's report card as it would be issued now. Reads stored marks only: a period has to be over.
 * @throws AppError not_found; not_allowed_now when the period is open or the student has no courses
 */
export async function draftCard(call: Call, { enrollmentId, periodId, ranking }: WantedCard): Promise<DraftCard> {
  const { db } = call
  const enrollment = await db.enrollment.findFirst({ where: { id: enrollmentId }, select: enrollmentColumns })
  if (!enrollment) throw new AppError('not_found')
  const { student, schoolYear, promotion } = enrollment
  const periods = periodsOf(schoolYear.periods, periodId)
  const last = periods.at(-1) ?? periods[0]
  const final = periodId === null
  const span = final ? { from: periods[0].startsOn, to: last.endsOn } : { from: last.startsOn, to: last.endsOn }
  const [{ id: rulesId, rules: all }, placed, school, absences, observation, courses, signing] = await Promise.all([
    rulesFor(call, { academicPeriodId: last.id }),
    readGroup(call, enrollmentId, last.endsOn),
    readLetterhead(call),
    readAbsences(call, enrollmentId, span),
    db.periodObservation.findFirst({ where: { enrollmentId, academicPeriodId: last.id }, select: { text: true } }),
    readCourses(call, { enrollmentId, periods, last, final }),
    signersOf(db, final ? 'final_report' : 'report_card'),
  ])
  if (courses.length === 0) throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.noCourses' })
  const rules = rulesOfGrade(all, enrollment.gradeLevel)
  const ranked = ranking && placed && rules.assessment === 'numeric'
  const averages = ranked ? await readAverages(call, { classGroupId: placed!.id, periods, last, final }) : []
  const { director, ...group } = placed ?? { code: enrollment.groupCode, shift: enrollment.shift, director: null }
  // The group's director signs beside who signs for the school, and only once.
  const signers = signing.filter(({ userId }) => userId !== director?.id).map(({ signer }) => signer)
  const withAbsences = courses.map((course) => ({
    ...course,
    absences: absences.courses.get(course.courseOfferingId) ?? noAbsences(),
  }))
  return {
    studentId: enrollment.studentId,
    rulesId,
    items: cardAreas(rules, periods, withAbsences),
    header: {
      format: 1,
      kind: final ? 'final' : 'period',
      school,
      year: schoolYear.name,
      period: final ? null : { number: last.number, name: last.name },
      periods: periods.map(({ number, name }) => ({ number, name })),
      issuedOn: today(),
      student: {
        name: naturalName(student),
        listName: student.fullName,
        document: showDocument(student.documentType, student.documentNumber),
      },
      gradeLevel: enrollment.gradeLevel,
      groupCode: group.code,
      shift: group.shift ?? enrollment.shift,
      director: director?.fullName ?? null,
      signers: [...(director ? [{ name: director.fullName, role: 'director' as const }] : []), ...signers],
      assessment: rules.assessment,
      display: all.display,
      scale: scaleOf(rules),
      absences: absences.total,
      observation: observation?.text ?? null,
      ranking: ranked ? placeAmong(averages, enrollmentId) : null,
      promotion: final && promotion ? { ...promotion, status: promotion.status as 'promoted' } : null,
    },
  }
}
