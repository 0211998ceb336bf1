import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { listFailing } from './failing/queries'
import { failingFields } from './failing/schema'
import { readLevels } from './levels/queries'
import { type LevelRow, levelsInput } from './levels/schema'
import { readSchoolSheets, readSheets } from './policy'
import { readGroupSheet } from './queries'
import { type GroupSheet, groupSheetInput, type SheetRow } from './schema'

type Words = Awaited<ReturnType<typeof words>>
const words = (locale: string) => translator(locale, 'sheets')
const number = (value: string | null) => (value === null ? null : Number(value))

const named = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('-')

function sheetColumns(sheet: GroupSheet, t: Words): TableColumn<SheetRow & { index: number }>[] {
  const { columns, whole, ranked, period, counts } = sheet
  type Row = SheetRow & { index: number }
  const failed = t(counts === 'areas' ? 'sheet.failedAreas' : 'sheet.failedSubjects')
  return [
    { title: t('sheet.number'), read: ({ index }: Row) => index + 1, width: 6 },
    { title: t('sheet.student'), read: ({ name }: Row) => name, width: 36 },
    ...columns.map(({ name, kind }, at) => ({
      title: kind === 'area' ? `${t('sheet.area')} ${name}` : name,
      read: ({ marks }: Row) => number(marks[at]?.value ?? null),
      width: 14,
    })),
    ...(whole ? [{ title: t('sheet.mean'), read: ({ mean }: Row) => number(mean), width: 10 }] : []),
    ...(ranked ? [{ title: t('sheet.place'), read: ({ place }: Row) => place, width: 8 }] : []),
    { title: failed, read: ({ failed }: Row) => failed, width: 12 },
    { title: t('sheet.unjustified'), read: ({ unjustified }: Row) => unjustified, width: 12 },
    { title: t('sheet.justified'), read: ({ justified }: Row) => justified, width: 12 },
    ...(whole && !period
      ? [{ title: t('sheet.outcome'), read: ({ outcome }: Row) => outcome && t(`sheet.status.${outcome}`), width: 16 }]
      : []),
  ]
}

/** A group's sheet: marks are numbers, unmarked ones empty. */
export const exportGroupSheet = tableExport({
  name: 'sheets.exportGroup',
  action: 'sheet.export',
  entity: 'group',
  permission: readSheets,
  input: z.strictObject({ ...groupSheetInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...which } }) => {
    const [sheet, t] = await Promise.all([readGroupSheet.run(ctx, which), words(ctx.locale)])
    return {
      name: named(t('sheet.fileName'), sheet.group.code, sheet.period?.name),
      columns: sheetColumns(sheet, t),
      rows: sheet.rows.map((row, index) => ({ ...row, index })),
      about: { id: sheet.group.id, name: sheet.group.code },
    }
  },
})

/** One line for each failed subject, so that a spreadsheet can count and filter them. */
export const exportFailing = tableExport({
  name: 'sheets.exportFailing',
  action: 'sheet.exportFailing',
  entity: 'school',
  permission: readSchoolSheets,
  input: z.strictObject({ ...failingFields, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...filter } }) => {
    const [{ items, period }, t] = await Promise.all([listFailing.run(ctx, filter), words(ctx.locale)])
    const rows = items.flatMap((student) => student.subjects.map((subject) => ({ student, subject })))
    const columns: TableColumn<(typeof rows)[number]>[] = [
      { title: t('failing.student'), read: ({ student }) => student.name, width: 36 },
      { title: t('failing.place'), read: ({ student }) => student.groupCode, width: 10 },
      { title: t('failing.areaNames'), read: ({ student }) => student.areas.length, width: 14 },
      { title: t('sheet.area'), read: ({ subject }) => subject.area, width: 28 },
      { title: t('failing.subject'), read: ({ subject }) => subject.name, width: 28 },
      { title: t('failing.value'), read: ({ subject }) => number(subject.value), width: 8 },
      {
        title: t('failing.need'),
        read: ({ subject: { needs } }) =>
          needs.mark === null ? t(`failing.needs.${needs.way}`, { mark: '' }) : number(needs.mark),
        width: 22,
      },
      { title: t('sheet.unjustified'), read: ({ student }) => student.unjustified, width: 12 },
    ]
    return { name: named(t('failing.fileName'), period?.name), columns, rows }
  },
})

/** How many marks there are on each level. */
export const exportLevels = tableExport({
  name: 'sheets.exportLevels',
  action: 'sheet.exportLevels',
  entity: 'school',
  permission: readSchoolSheets,
  input: z.strictObject({ ...levelsInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...filter } }) => {
    const [{ items, period }, t] = await Promise.all([readLevels.run(ctx, filter), words(ctx.locale)])
    const level = (key: 'superior' | 'high' | 'basic' | 'low'): TableColumn<LevelRow> => ({
      title: t(`levels.level.${key}`),
      read: (row) => row[key],
      width: 10,
    })
    const first = { subject: t('levels.bySubject'), group: t('levels.byGroup'), teacher: t('levels.byTeacher') }
    const columns: TableColumn<LevelRow>[] = [
      { title: first[filter.by], read: ({ name }) => name ?? t('levels.noTeacher'), width: 36 },
      level('superior'),
      level('high'),
      level('basic'),
      level('low'),
      { title: t('levels.total'), read: ({ total }) => total, width: 10 },
    ]
    return { name: named(t('levels.fileName'), period?.name), columns, rows: items }
  },
})
