import { z } from 'zod'
import { today } from '../shared/dates'
import { choice } from '../shared/fields'
import type { PlatformContext, SchoolContext } from './context'
import { type PlatformDb, platformClient } from './db/platform'
import type { Sql } from './db/sql'
import type { TenantClient } from './db/tenant'
import { command, type Operation, platformCommand } from './operation'
import type { Permission } from './permissions'
import { type TableColumn, type TableFormat, tableFile } from './table-file'
import { translator } from './translator'

/** As many rows as a spreadsheet is opened with. A longer list ends with a line that says so. */
export const MOST_ROWS = 20_000
/** The longest page that a list gives. */
const PAGE = 200

/** Beside a list's filter: what kind of file it becomes. */
export const fileFields = { format: choice(['xlsx', 'csv']).default('xlsx') }

export const exportedFile = z.object({
  fileName: z.string(),
  contentType: z.string(),
  /** The file's bytes, base64. */
  content: z.base64(),
  /** Rows in it, without the headings. */
  count: z.number(),
})

export type Table<Row> = {
  /** What the file is called, without the day and the ending. */
  name: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  /** The record that the whole file is about, for the history. */
  about?: { id: string; name: string }
}

type FileInput = z.ZodType<{ format: TableFormat }>
type Spec<I extends FileInput, Row, Call> = {
  name: string
  /** How the history calls it; the record's kind comes before the dot unless `entity` says another. */
  action: `${string}.export${string}`
  entity?: string
  permission: Permission | readonly Permission[]
  input: I
  read: (call: Call & { input: z.output<I> }) => Promise<Table<Row>>
}
type Reading = { ctx: SchoolContext; db: TenantClient; sql: Sql }
type PlatformReading = { ctx: PlatformContext; db: PlatformDb }

/**
 * A list as a file for a spreadsheet. A command, because who takes data along leaves a line in the history, and one that
 * only looks around (a visit of the platform's support) takes nothing along.
 */
export function tableExport<I extends FileInput, Row>(spec: Spec<I, Row, Reading>) {
  const { name, permission, input } = spec
  return command({
    ...{ name, permission, input, output: exportedFile, onlyTells: true },
    prepare: async (call) => made(await spec.read(call), call.input.format, call.ctx.locale),
    run: async ({ input, prepared, audit }) => {
      audit(lineOf(spec, input, prepared))
      return prepared.file
    },
  })
}

/** The same for a list of the platform. */
export function platformTableExport<I extends FileInput, Row>(spec: Spec<I, Row, PlatformReading>) {
  const { name, permission, input } = spec
  return platformCommand({
    ...{ scope: 'platform', name, permission, input, output: exportedFile },
    prepare: async ({ ctx, input }) =>
      made(await spec.read({ ctx, input, db: platformClient() }), input.format, ctx.locale),
    run: async ({ input, prepared, audit }) => {
      audit(lineOf(spec, input, prepared))
      return prepared.file
    },
  })
}

type List<Ctx, Row> = Pick<Operation, 'permissions'> & {
  input: z.ZodObject
  run: (ctx: Ctx, raw: unknown) => Promise<{ items: readonly Row[]; nextCursor?: string | null }>
}

/**
 * Permission, filter and rows of a file from the query that shows the list, so that a file never holds what its page does
 * not. `table` names the file and its columns in the person's language.
 */
export function ofList<Ctx extends { locale: string }, Row>(
  list: List<Ctx, Row>,
  table: (locale: string) => Promise<Omit<Table<Row>, 'rows'>>,
) {
  const { cursor: _, limit: __, ...filter } = list.input.shape
  return {
    permission: list.permissions,
    input: z.strictObject({ ...filter, ...fileFields }),
    read: async ({ ctx, input }: { ctx: Ctx; input: { format: TableFormat } }): Promise<Table<Row>> => {
      const [named, rows] = await Promise.all([table(ctx.locale), everyRow(list, ctx, input)])
      return { ...named, rows }
    },
  }
}

async function everyRow<Ctx, Row>(list: List<Ctx, Row>, ctx: Ctx, input: { format: TableFormat }): Promise<Row[]> {
  const { format: _, ...filter } = input
  const page = { ...filter, ...('limit' in list.input.shape ? { limit: PAGE } : {}) }
  const rows: Row[] = []
  let cursor: string | null | undefined
  do {
    const found = await list.run(ctx, cursor ? { ...page, cursor } : page)
    rows.push(...found.items)
    cursor = found.nextCursor
  } while (cursor && rows.length <= MOST_ROWS)
  return rows
}

async function made<Row>({ name, columns, rows, about }: Table<Row>, format: TableFormat, locale: string) {
  const kept = rows.slice(0, MOST_ROWS)
  const t = await translator(locale, 'ui')
  const note = rows.length > MOST_ROWS ? t('file.cut', { most: MOST_ROWS }) : undefined
  const file = await tableFile(columns, kept, format, note)
  return { about, file: { ...file, fileName: `${name}-${today()}.${format}`, count: kept.length } }
}

function lineOf(
  { action, entity = action.slice(0, action.indexOf('.')) }: Pick<Spec<FileInput, unknown, never>, 'action' | 'entity'>,
  filter: object,
  { file, about }: Awaited<ReturnType<typeof made>>,
) {
  const after = { ...filter, count: file.count, ...(about ? { name: about.name } : {}) }
  return { action, entity, entityId: about?.id ?? null, after }
}
