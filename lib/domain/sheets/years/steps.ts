import { AppError } from '@/lib/platform/errors'
import { rulesOf, studentYears } from './rules'
import { type Reader, type Scope, yearRows } from './sql'

/**
 * The students of some groups with their year, under the rules that hold now.
 * @throws AppError not_found without such groups, or when the period is not of their year
 */
export async function readStudentYears(reader: Reader, scope: Scope) {
  const rows = await yearRows(reader, scope)
  if (!rows || (scope.periodId && !rows.periods.some(({ id }) => id === scope.periodId)))
    throw new AppError('not_found')
  const rules = rulesOf(rows)
  return { rows, rules, years: studentYears(rules, rows) }
}
