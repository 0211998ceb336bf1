import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { gradeOrder } from '@/lib/shared/grades'
import { rulesOfGrade } from '../../evaluation/rules'
import { readSchoolSheets } from '../policy'
import { readStudentYears } from '../years/steps'
import { failingOf } from './rules'
import { type FailingStudent, failingInput, failingList } from './schema'

/**
 * Who has failed how much in a period, or in the year so far, worst first, with what each subject still needs.
 * @throws AppError not_found without such a year, period, grade or group
 */
export const listFailing = query({
  name: 'sheets.failing',
  permission: readSchoolSheets,
  input: failingInput,
  output: failingList,
  run: async ({ ctx, sql, input }) => {
    const { periodId = null, count, atLeast, classGroupId, schoolYearId, gradeLevel } = input
    const { rows, rules, years } = await readStudentYears(
      { ctx, sql },
      classGroupId ? { classGroupId, periodId } : { schoolYearId, gradeLevel, periodId },
    )
    if (schoolYearId && rows.year?.id !== schoolYearId) throw new AppError('not_found')
    const groups = new Map(rows.groups.map((group) => [group.id, group]))
    const absences = new Map(rows.absences.map(([enrollmentId, , , , , unjustified]) => [enrollmentId, unjustified]))
    const all = rows.members.flatMap(({ groupId, ...member }): FailingStudent[] => {
      const [group, year] = [groups.get(groupId), years.get(member.enrollmentId)]
      if (!group || !year) return []
      const { code: groupCode, gradeLevel } = group
      const failed = failingOf(rulesOfGrade(rules, gradeLevel), year, periodId)
      return [{ ...member, groupCode, gradeLevel, ...failed, unjustified: absences.get(member.enrollmentId) ?? 0 }]
    })
    const items = all
      .filter((student) => student[count].length >= atLeast)
      .toSorted(
        (a, b) =>
          b[count].length - a[count].length ||
          b.subjects.length - a.subjects.length ||
          gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) ||
          a.groupCode.localeCompare(b.groupCode, 'es') ||
          a.name.localeCompare(b.name, 'es'),
      )
    return {
      year: rows.year,
      period: rows.periods.find(({ id }) => id === periodId) ?? null,
      students: all.length,
      withAny: all.filter(({ subjects }) => subjects.length > 0).length,
      items,
    }
  },
})
