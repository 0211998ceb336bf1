import writeXlsxFile from 'write-excel-file/node'
import { beginImport, offerImport } from '@/lib/domain/imports/commands'
import { getImport } from '@/lib/domain/imports/queries'
import { listImportRows } from '@/lib/domain/imports/rows/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { put, sha256 } from './uploads'
import { runQueued } from './worker'

export type Cell = string | number | Date | null | { formula: string }

export async function workbook(rows: Cell[][]): Promise<Buffer> {
  const cell = (value: Cell) => {
    if (typeof value === 'object' && value !== null && 'formula' in value)
      return { value: value.formula, type: 'Formula' as const }
    return value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value
  }
  return writeXlsxFile(rows.map((row) => row.map(cell)) as never).toBuffer()
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Sent = { kind?: 'students' | 'users' | 'scores'; target?: object; fileName?: string }

/** Announces a file and sends it, as the page does; nothing has looked at it yet. */
export async function sendImport(ctx: SchoolContext, bytes: Buffer, sent: Sent = {}): Promise<string> {
  const { kind = 'students', target = {}, fileName = 'lista.xlsx' } = sent
  const contentType = fileName.endsWith('.csv') ? 'text/csv' : xlsxType
  const ticket = await offerImport.run(ctx, {
    kind,
    target,
    fileName,
    contentType,
    size: bytes.length,
    sha256: sha256(bytes),
  })
  const status = await put(ticket, bytes)
  if (status !== 200) throw new Error(`the store answered ${status}`)
  return ticket.id
}

/** The whole way to a checked file. */
export async function checkedImport(ctx: SchoolContext, bytes: Buffer, sent: Sent = {}) {
  const importId = await sendImport(ctx, bytes, sent)
  await beginImport.run(ctx, { importId })
  const { failures } = await runQueued()
  if (failures[0]) throw failures[0]
  return readImported(ctx, importId)
}

export async function readImported(ctx: SchoolContext, importId: string) {
  const detail = await getImport.run(ctx, { importId })
  const { items } = await listImportRows.run(ctx, { importId, limit: 200 })
  return { ...detail, importId, rows: items }
}

/** Headings and rows of a list of students as schools have them. */
export const studentHead = [
  'Tipo Documento',
  'No. Documento',
  'Apellidos',
  'Nombres',
  'Fecha de nacimiento',
  'Sexo',
  'Grado',
  'Grupo',
  'Cédula madre',
  'Apellidos madre',
  'Nombres madre',
  'Celular madre',
]

const surnames = ['Ríos', 'Gómez', 'Pérez', 'Zapata', 'Cano', 'Duque', 'Mejía', 'Ossa', 'Vélez', 'Arango']
const names = ['Sofía', 'Juan', 'Laura', 'Mateo', 'Isabel', 'Tomás', 'Emilia', 'Samuel', 'Luna', 'Martín']

/** A file with the headings of a list of students. */
export const studentList = (...rows: Cell[][]) => workbook([studentHead, ...rows])

/** A child whom no other row resembles. */
export function studentRow(no: number, over: Partial<Record<string, Cell>> = {}): Cell[] {
  const pick = (list: string[], at: number) => list[at % list.length] ?? ''
  const birth = new Date(Date.UTC(2014, no % 12, 1 + (no % 28)))
  const row: Record<string, Cell> = {
    type: 'TI',
    number: String(1_100_000_000 + no),
    surnames: `${pick(surnames, no)} ${pick(surnames, Math.floor(no / 10) + 3)}`,
    names: `${pick(names, no + Math.floor(no / 100))} ${pick(names, Math.floor(no / 10) + 1)}`,
    birth,
    gender: no % 2 ? 'F' : 'M',
    grade: '6',
    group: '',
    motherNumber: String(43_000_000 + no),
    motherSurnames: `${pick(surnames, no + 2)} ${pick(surnames, no)}`,
    motherNames: pick(names, no + 4),
    motherPhone: `300${String(1_000_000 + no)}`,
    ...(over as Record<string, Cell>),
  }
  return Object.values(row)
}
