import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import type { Judged, RowToJudge, Written } from '../rules'
import type { ImportKind, ImportSettings, ImportTarget } from '../schema'
import { missingScoreFields, recogniseScoreHeading, type ScorePlan, scoreImportFields } from '../scores/row/rules'
import { judgeScoreRows, scoreCourse, writeScoreRows } from '../scores/steps'
import { missingStudentFields, recogniseStudentHeading, studentImportFields } from '../students/headings/rules'
import { targetYear } from '../students/known/steps'
import type { StudentPlan } from '../students/schema'
import { judgeStudentRows } from '../students/steps'
import { writeStudentRows } from '../students/write/steps'
import type { Field, Recognise } from '../table/rules'
import { missingUserFields, recogniseUserHeading, type UserPlan, userImportFields } from '../users/row/rules'
import { judgeUserRows, writeUserRows } from '../users/steps'

export type ReadCall = Pick<CommandCall, 'db' | 'ctx' | 'sql'>

/** A batch as its kind needs it. */
export type Batch = { kind: ImportKind; target: ImportTarget; settings: ImportSettings; headings: readonly string[] }

export type Columns = {
  fields: readonly Field[]
  recognise: Recognise
  /** Required fields that no column has. */
  missing: (columns: readonly (string | null)[]) => string[]
  label: (field: string) => string
}

/** Labels of a kind's fields in the person's language. */
async function labelsOf(locale: string, titles: ReadonlyMap<string, string>): Promise<Columns['label']> {
  const t = await translator(locale, 'imports')
  return (field) => {
    const [slot, part] = field.split('.')
    if (titles.has(field)) return titles.get(field) ?? field
    if (part && (slot === 'guardian1' || slot === 'guardian2'))
      return t('guardianField', { no: slot.slice(-1), field: t(`field.${part}` as never) })
    return t.has(`field.${field}` as never) ? t(`field.${field}` as never) : field
  }
}

/** What the columns of a file can be. @throws AppError when the year, course or period takes nothing */
export async function columnsOf(call: ReadCall, kind: ImportKind, target: ImportTarget): Promise<Columns> {
  const { locale } = call.ctx
  if (kind === 'students') {
    await targetYear(call, target.schoolYearId)
    return {
      fields: studentImportFields,
      recognise: recogniseStudentHeading,
      missing: (columns) => missingStudentFields(columns, target.schoolYearId !== undefined),
      label: await labelsOf(locale, new Map()),
    }
  }
  if (kind === 'users')
    return {
      fields: userImportFields,
      recognise: recogniseUserHeading,
      missing: missingUserFields,
      label: await labelsOf(locale, new Map()),
    }
  const { activities } = await scoreCourse(call, target)
  return {
    fields: scoreImportFields(activities),
    recognise: recogniseScoreHeading(activities),
    missing: missingScoreFields,
    label: await labelsOf(locale, new Map(activities.map(({ id, title }) => [`activity:${id}`, title]))),
  }
}

/**
 * Rows held against the school as it is now.
 * @param before keys of the file's other rows → their number
 * @param ours records that earlier portions of the same file brought
 */
export function judgeRows(
  call: ReadCall,
  batch: Batch,
  rows: readonly RowToJudge[],
  before?: ReadonlyMap<string, number>,
  ours?: ReadonlySet<string>,
): Promise<Judged[]> {
  if (batch.kind === 'students') return judgeStudentRows(call, batch, rows, before, ours)
  if (batch.kind === 'users') return judgeUserRows(call, batch, rows, before)
  return judgeScoreRows(call, batch, rows, before)
}

/** Writes what judged rows ask for, in the caller's transaction. */
export function writeRows(call: CommandCall, { kind, target }: Batch, plans: readonly unknown[]): Promise<Written[]> {
  if (kind === 'students') return writeStudentRows(call, plans as StudentPlan[])
  if (kind === 'users') return writeUserRows(call, plans as UserPlan[])
  return writeScoreRows(call, target, plans as ScorePlan[])
}
