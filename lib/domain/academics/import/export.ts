import type { SchoolContext } from '@/lib/platform/context'
import { type TableFormat, tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import type { Heading } from './rules'
import type { ImportKind } from './schema'

const columns: Record<ImportKind, { name: Heading; width: number }[]> = {
  plan: [
    { name: 'grade', width: 14 },
    { name: 'area', width: 44 },
    { name: 'subject', width: 30 },
    { name: 'hours', width: 18 },
    { name: 'mandatory', width: 14 },
  ],
  groups: [
    { name: 'grade', width: 14 },
    { name: 'code', width: 12 },
    { name: 'shift', width: 16 },
    { name: 'capacity', width: 10 },
    { name: 'director', width: 36 },
  ],
}

/** What to fill in, in the person's language; the rows show how, and are to be written over. */
export async function templateFile(ctx: SchoolContext, { kind, format }: { kind: ImportKind; format: TableFormat }) {
  const [t, grades, enrollments] = await Promise.all([
    translator(ctx.locale, 'academics'),
    translator(ctx.locale, 'grades'),
    translator(ctx.locale, 'enrollments'),
  ])
  const language = t('compulsory.7.name')
  const [maths, sixth] = [t('compulsory.8.name'), grades('label.6')]
  const rows: string[][] =
    kind === 'plan'
      ? [
          [sixth, maths, maths, '4', t('yes')],
          [sixth, language, t('import.example'), '3', t('yes')],
        ]
      : [
          [sixth, '6-A', enrollments('shift.morning'), '35', ''],
          [sixth, '6-B', enrollments('shift.morning'), '35', ''],
        ]
  const file = await tableFile(
    columns[kind].map(({ name, width }, index) => ({
      title: t(`import.heading.${name}`),
      width,
      read: (row: string[]) => row[index] ?? '',
    })),
    rows,
    format,
  )
  return { fileName: `${t(`import.fileName.${kind}`)}.${format}`, ...file }
}
