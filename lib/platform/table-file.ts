import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { type Cell, neutralise, writeCsv } from '@/lib/shared/csv'
import { clockDate, dayToDate, formatMoment, showDay } from '@/lib/shared/dates'

export type TableFormat = 'xlsx' | 'csv'

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<TableFormat, string>

/** Days and moments (ISO, in UTC) travel apart from the texts, so that a spreadsheet can sort and count with them. */
export type Value = Cell | { day: string | null } | { moment: string | null }

export type TableColumn<Row> = { title: string; read: (row: Row) => Value; width: number }

const isDay = (value: Value): value is { day: string | null } => isTime(value) && 'day' in value
const isTime = (value: Value): value is Exclude<Value, Cell> => typeof value === 'object' && value !== null

function csvCell(value: Value): Cell {
  if (!isTime(value)) return value
  if (isDay(value)) return value.day && showDay(value.day)
  return value.moment && formatMoment(new Date(value.moment))
}

function sheetCell(value: Value) {
  if (!isTime(value)) return value === null || value === undefined || value === '' ? null : neutralise(value)
  if (isDay(value)) return value.day ? { value: dayToDate(value.day), type: Date, format: 'dd/mm/yyyy' } : null
  return value.moment ? { value: clockDate(new Date(value.moment)), type: Date, format: 'dd/mm/yyyy hh:mm' } : null
}

/** A list as a file for a spreadsheet. No cell of it can run as a formula. `note` stands alone in a last line. */
export async function tableFile<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  format: TableFormat,
  note?: string,
): Promise<{ contentType: string; content: string }> {
  const head = columns.map(({ title }) => title)
  const body: Value[][] = rows.map((row) => columns.map(({ read }) => read(row)))
  if (note) body.push([note])
  const bytes =
    format === 'csv'
      ? Buffer.from(writeCsv([head, ...body.map((cells) => cells.map(csvCell))]))
      : await writeXlsxFile(
          [
            head.map((value) => ({ value, fontWeight: 'bold' as const })),
            ...body.map((cells) => cells.map(sheetCell)),
          ] as SheetData,
          { columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
        ).toBuffer()
  return { contentType: contentTypes[format], content: bytes.toString('base64') }
}
