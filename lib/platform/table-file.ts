import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { type Cell, neutralise, writeCsv } from '@/lib/shared/csv'
import { dayToDate, showDay } from '@/lib/shared/dates'

export type TableFormat = 'xlsx' | 'csv'

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<TableFormat, string>

/** A day travels apart from the texts, so that a spreadsheet can count with it. */
export type Value = Cell | { day: string | null }

export type TableColumn<Row> = { title: string; read: (row: Row) => Value; width: number }

const isDay = (value: Value): value is { day: string | null } => typeof value === 'object' && value !== null
const csvCell = (value: Value): Cell => (isDay(value) ? value.day && showDay(value.day) : value)

function sheetCell(value: Value) {
  if (isDay(value)) return value.day ? { value: dayToDate(value.day), type: Date, format: 'dd/mm/yyyy' } : null
  return value === null || value === undefined || value === '' ? null : neutralise(value)
}

/** A list as a file for a spreadsheet. No cell of it can run as a formula. */
export async function tableFile<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  format: TableFormat,
): Promise<{ contentType: string; content: string }> {
  const head = columns.map(({ title }) => title)
  const body = rows.map((row) => columns.map(({ read }) => read(row)))
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
