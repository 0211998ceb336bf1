import type { TableColumn } from '@/lib/platform/table-file'
import { tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { today } from '@/lib/shared/dates'
import type { FailingList } from './failing/schema'
import type { LevelRow, LevelsOutput } from './levels/schema'
import type { GroupSheet, SheetRow } from './schema'

type Words = Awaited<ReturnType<typeof words>>
const words = (locale: string) => translator(locale, 'sheets')
const number = (value: string | null) => (value === null ? null : Number(value))

const named = (name: string, ...parts: (string | undefined)[]) =>
  `${[name, ...parts, today()].filter(Boolean).join('-')}.xlsx`

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

/** A group's sheet for a spreadsheet: marks are numbers, unmarked ones empty. */
export async function groupSheetFile(sheet: GroupSheet, locale: string) {
  const t = await words(locale)
  const rows = sheet.rows.map((row, index) => ({ ...row, index }))
  const file = await tableFile(sheetColumns(sheet, t), rows, 'xlsx')
  return { ...file, fileName: named(t('sheet.fileName'), sheet.group.code, sheet.period?.name) }
}

/** One line for each failed subject, so that a spreadsheet can count and filter them. */
export async function failingFile({ items, period }: FailingList, locale: string) {
  const t = await words(locale)
  const lines = items.flatMap((student) => student.subjects.map((subject) => ({ student, subject })))
  type Line = (typeof lines)[number]
  const columns: TableColumn<Line>[] = [
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
  return { ...(await tableFile(columns, lines, 'xlsx')), fileName: named(t('failing.fileName'), period?.name) }
}

/** How many marks there are on each level. */
export async function levelsFile({ items, period }: LevelsOutput, by: 'subject' | 'group' | 'teacher', locale: string) {
  const t = await words(locale)
  const level = (key: 'superior' | 'high' | 'basic' | 'low'): TableColumn<LevelRow> => ({
    title: t(`levels.level.${key}`),
    read: (row) => row[key],
    width: 10,
  })
  const first = { subject: t('levels.bySubject'), group: t('levels.byGroup'), teacher: t('levels.byTeacher') }[by]
  const columns: TableColumn<LevelRow>[] = [
    { title: first, read: ({ name }) => name ?? t('levels.noTeacher'), width: 36 },
    level('superior'),
    level('high'),
    level('basic'),
    level('low'),
    { title: t('levels.total'), read: ({ total }) => total, width: 10 },
  ]
  return { ...(await tableFile(columns, items, 'xlsx')), fileName: named(t('levels.fileName'), period?.name) }
}
