import { getLocale, getTranslations } from 'next-intl/server'
import type { GroupSheet } from '@/lib/domain/sheets/schema'
import { levelLine, lowOf, type PackedRow, type SheetFoot, type SheetHead, showMark } from '../../_components/sheet-row'
import { SheetTable } from './sheet-table'

const shortest = (name: string, shortName: string | null) => shortName ?? name

/** The sheet with its figures as texts; the students are links for who may open their records. */
export async function SheetView({ sheet, students }: { sheet: GroupSheet; students: string | null }) {
  const [t, locale] = await Promise.all([getTranslations('sheets'), getLocale()])
  const { columns, rows, whole, ranked, counts, period, scale } = sheet
  const show = (value: string | null) => (value === null ? '' : showMark(value, scale.decimals, locale))
  const outcomes = whole && !period
  const figures: SheetHead[] = [
    ...(whole ? [{ key: 'mean', text: t('sheet.mean'), title: t('sheet.mean') }] : []),
    ...(ranked ? [{ key: 'place', text: t('sheet.place'), title: t('sheet.place') }] : []),
    {
      key: 'failed',
      text: t('sheet.failed'),
      title: t(counts === 'areas' ? 'sheet.failedAreas' : 'sheet.failedSubjects'),
    },
    { key: 'absences', text: t('sheet.absences'), title: `${t('sheet.absences')}: ${t('sheet.absencesHelp')}` },
    ...(outcomes ? [{ key: 'outcome', text: t('sheet.outcome'), title: t('sheet.outcome') }] : []),
  ].map((figure) => ({ ...figure, kind: 'figure' }))
  const heads: SheetHead[] = [
    ...columns.map(({ key, kind, name, shortName, area }) => ({
      key: `${kind}-${key}`,
      text: kind === 'area' ? `${t('sheet.area')} ${name}` : shortest(name, shortName),
      title: kind === 'area' ? name : `${name} · ${area}`,
      kind,
    })),
    ...figures,
  ]
  const packed = rows.map(
    ({ enrollmentId, studentId, name, marks, mean, place, failed, unjustified, justified, outcome }): PackedRow => ({
      id: enrollmentId,
      href: students && `${students}/${studentId}`,
      name,
      cells: [
        ...marks.map((mark) => show(mark?.value ?? null)),
        ...(whole ? [show(mean)] : []),
        ...(ranked ? [place === null ? '' : String(place)] : []),
        failed === 0 ? '' : String(failed),
        unjustified + justified === 0 ? '' : `${unjustified} / ${justified}`,
        ...(outcomes ? [outcome ? t(`sheet.status.${outcome}`) : ''] : []),
      ],
      low: lowOf(marks),
    }),
  )
  const rest = figures.slice(whole ? 1 : 0).map(() => '')
  const foot: SheetFoot[] = [
    {
      text: t('sheet.groupMean'),
      cells: [...columns.map(({ mean }) => show(mean)), ...(whole ? [show(sheet.mean)] : []), ...rest],
    },
    {
      text: t('sheet.levels'),
      cells: [...columns.map(({ levels }) => levelLine(levels)), ...figures.map(() => '')],
    },
  ]
  const shown = period?.name ?? t('wholeYear')
  return (
    <div className="grid grid-cols-1 gap-3">
      <SheetTable
        label={t('sheet.label', { group: sheet.group.code, period: shown })}
        student={t('sheet.student')}
        heads={heads}
        packed={JSON.stringify(packed)}
        foot={foot}
        low={t('sheet.low')}
      />
      <p className="text-sm text-muted">{t('sheet.legend', { mark: show(scale.passMark) })}</p>
    </div>
  )
}
