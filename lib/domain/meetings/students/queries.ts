import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import type { StudentYear } from '../../evaluation/results/year/rules'
import { markIn, sheetMarkOf } from '../../sheets/rules'
import { readStudentYears } from '../../sheets/years/steps'
import { readMeetings } from '../policy'
import { proposalTeller } from '../promotions/steps'
import { type MeetingStudent, meetingStudents, meetingStudentsInput } from './schema'
import { dossiers } from './sql'

const marksOf = ({ periods, year }: Pick<StudentYear['areas'][number], 'periods' | 'year'>) => ({
  marks: periods.map(sheetMarkOf),
  year: sheetMarkOf(year),
})

const areasOf = ({ areas, subjects }: StudentYear): MeetingStudent['areas'] =>
  areas.map((area) => ({
    name: area.name,
    ...marksOf(area),
    subjects: subjects
      .filter(({ areaId }) => areaId === area.id)
      .map((subject) => ({ name: subject.subject, ...marksOf(subject) })),
  }))

/**
 * The students of a group one after another, each with everything that the meeting looks at: marks of all periods, absences,
 * recoveries, observations, what earlier meetings said, and what the school's criteria propose.
 * @throws AppError not_found when there is no such meeting, or the group is not of its year and grade
 */
export const readMeetingStudents = query({
  name: 'meetings.students',
  permission: readMeetings,
  input: meetingStudentsInput,
  output: meetingStudents,
  run: async ({ ctx, sql, input }) => {
    const [files, { rows, rules, years }, tell] = await Promise.all([
      dossiers({ ctx, sql }, input),
      readStudentYears({ ctx, sql }, { classGroupId: input.classGroupId }),
      proposalTeller(ctx.locale),
    ])
    const { meeting } = files
    const [group] = rows.groups
    const fits = meeting && rows.year?.id === meeting.schoolYearId
    if (!meeting || !group || !fits || (meeting.gradeLevel ?? group.gradeLevel) !== group.gradeLevel)
      throw new AppError('not_found')
    const mine = <T extends { enrollmentId: string }>(list: readonly T[], id: string) =>
      list.filter(({ enrollmentId }) => enrollmentId === id)
    const absences = new Map(rows.absences.map((one) => [one[0], one]))
    const { periodId } = meeting
    const students = rows.members.flatMap(({ enrollmentId, studentId, name }): MeetingStudent[] => {
      const year = years.get(enrollmentId)
      if (!year) return []
      const [, , all = 0, unjustified = 0] = absences.get(enrollmentId) ?? []
      const proposal = { gradeLevel: group.gradeLevel, promotion: year.promotion, rules }
      return [
        {
          enrollmentId,
          studentId,
          name,
          areas: areasOf(year),
          failed: year.areas.filter((area) => markIn(area, periodId)?.passes === false).map(({ name }) => name),
          absences: { unjustified, justified: all - unjustified, percent: year.promotion.absencePercent },
          recoveries: mine(files.recoveries, enrollmentId),
          observations: mine(files.observations, enrollmentId),
          decisions: mine(files.decisions, enrollmentId),
          proposal: { status: year.promotion.status, told: tell(proposal) },
          promotion: mine(files.promotions, enrollmentId)[0] ?? null,
        },
      ]
    })
    return {
      meeting,
      group,
      year: rows.year?.name ?? '',
      periods: rows.periods.map(({ id, name, status }) => ({ id, name, status })),
      students,
    }
  },
})
