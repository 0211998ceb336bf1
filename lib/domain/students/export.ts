import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { SchoolContext } from '@/lib/platform/context'
import { translator } from '@/lib/platform/translator'
import { type Cell, neutralise, writeCsv } from '@/lib/shared/csv'
import { dayToDate, showDay, today } from '@/lib/shared/dates'
import { showPhone } from '@/lib/shared/phone'
import type { ExportRow } from './sql'

export type ExportFormat = 'xlsx' | 'csv'

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ExportFormat, string>

/** A day travels apart from the texts, so that a spreadsheet can count with it. */
type Value = Cell | { day: string | null }

async function columnsFor(locale: string): Promise<[string, (row: ExportRow) => Value, number][]> {
  const [t, grades, status, shift, kin, identity] = await Promise.all([
    translator(locale, 'students'),
    translator(locale, 'grades'),
    translator(locale, 'enrollments'),
    translator(locale, 'enrollments'),
    translator(locale, 'guardians'),
    translator(locale, 'identity'),
  ])
  /** Codes come from the database; one without a label is shown as it is. */
  const say = (texts: { (key: never): string; has: (key: never) => boolean }, group: string, code: string | null) =>
    code === null ? null : texts.has(`${group}.${code}` as never) ? texts(`${group}.${code}` as never) : code
  return [
    [t('field.documentType'), (row) => row.documentType, 8],
    [t('field.documentNumber'), (row) => row.documentNumber, 16],
    [t('field.firstSurname'), (row) => row.firstSurname, 18],
    [t('field.secondSurname'), (row) => row.secondSurname, 18],
    [t('field.firstName'), (row) => row.firstName, 18],
    [t('field.secondName'), (row) => row.secondName, 18],
    [t('field.birthDate'), (row) => ({ day: row.birthDate }), 14],
    [t('field.gender'), (row) => say(identity, 'gender', row.gender), 12],
    [t('list.grade'), (row) => say(grades, 'label', row.gradeLevel), 14],
    [t('list.group'), (row) => row.groupCode, 8],
    [t('list.shift'), (row) => say(shift, 'shift', row.shift), 14],
    [t('list.status'), (row) => say(status, 'status', row.status), 22],
    [t('list.missing'), (row) => row.missingCount, 10],
    [t('list.active'), (row) => t(row.isActive ? 'yes' : 'no'), 8],
    [t('list.guardian'), (row) => row.guardianName, 32],
    [t('list.relationship'), (row) => say(kin, 'relationship', row.guardianRelationship), 16],
    [t('list.phone'), (row) => row.guardianPhone && showPhone(row.guardianPhone), 16],
    [t('list.email'), (row) => row.guardianEmail, 30],
  ]
}

const isDay = (value: Value): value is { day: string | null } => typeof value === 'object' && value !== null

/** The list as a file in the person's language; no cell can run as a formula. */
export async function exportFile(rows: ExportRow[], format: ExportFormat, ctx: SchoolContext) {
  const columns = await columnsFor(ctx.locale)
  const fileName = `${(await translator(ctx.locale, 'students'))('list.fileName')}-${today()}.${format}`
  const head = columns.map(([title]) => title)
  const body = rows.map((row) => columns.map(([, read]) => read(row)))
  const bytes =
    format === 'csv'
      ? Buffer.from(
          writeCsv([
            head,
            ...body.map((cells) => cells.map((cell) => (isDay(cell) ? cell.day && showDay(cell.day) : cell))),
          ]),
        )
      : await workbook(
          head,
          body,
          columns.map(([, , width]) => width),
        )
  return { fileName, contentType: contentTypes[format], content: bytes.toString('base64') }
}

async function workbook(head: string[], body: Value[][], widths: number[]): Promise<Buffer> {
  const title = (value: string) => ({ value, fontWeight: 'bold' as const })
  const cell = (value: Value) => {
    if (!isDay(value)) return value === null || value === undefined || value === '' ? null : neutralise(value)
    return value.day ? { value: dayToDate(value.day), type: Date, format: 'dd/mm/yyyy' } : null
  }
  const sheet = [head.map(title), ...body.map((cells) => cells.map(cell))] as SheetData
  return writeXlsxFile(sheet, { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer()
}
