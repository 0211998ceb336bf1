import type { SchoolContext } from '@/lib/platform/context'
import { tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import type { ImportRow } from '../schema'
import type { StoredBatch } from '../steps'

/** The headings as they were, so that the mended file is read like the first one; the reasons stand in a column after them. */
export async function failuresFile(ctx: SchoolContext, batch: StoredBatch, rows: readonly ImportRow[]) {
  const t = await translator(ctx.locale, 'imports')
  const file = await tableFile(
    [
      ...batch.headings.map((title, index) => ({
        title,
        width: Math.min(40, Math.max(12, title.length + 2)),
        read: ({ cells }: ImportRow) => cells[index] ?? '',
      })),
      { title: t('failures.row'), width: 8, read: ({ row }: ImportRow) => row },
      {
        title: t('failures.reasons'),
        width: 80,
        read: ({ problems }: ImportRow) =>
          problems
            .filter(({ warning }) => !warning)
            .map(({ heading, value, message }) => [heading, value && `«${value}»`, message].filter(Boolean).join(': '))
            .join(' · '),
      },
    ],
    rows,
    'xlsx',
  )
  const name = batch.fileName.replace(/\.[^.]*$/, '').slice(0, 60)
  return { fileName: `${t('failures.fileName')}-${name}.xlsx`, ...file }
}
