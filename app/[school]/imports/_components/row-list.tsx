import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import type { ImportKind, ImportRow } from '@/lib/domain/imports/schema'
import { recordHref } from './record-href'

const verdictTones: Record<ImportRow['verdict'], Tone> = {
  create: 'ok',
  update: 'info',
  same: 'neutral',
  keep: 'neutral',
  skip: 'neutral',
  error: 'danger',
}
const outcomeTones: Record<NonNullable<ImportRow['outcome']>, Tone> = {
  created: 'ok',
  updated: 'info',
  kept: 'neutral',
  failed: 'danger',
  undone: 'neutral',
  stays: 'warning',
}

type Props = { slug: string; kind: ImportKind; rows: readonly ImportRow[]; finished?: boolean }

/** Each row with what will become, or became, of it. */
export function RowList({ slug, kind, rows, finished = false }: Props) {
  const t = useTranslations('imports')
  return (
    <Table caption={t('page.allRows')} stack>
      <thead>
        <tr>
          <th scope="col">{t('page.who')}</th>
          <th scope="col" data-kind="number">
            {t('page.row')}
          </th>
          <th scope="col">{t('list.status')}</th>
          <th scope="col">{t('page.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const href = row.outcome === 'undone' ? null : recordHref(slug, kind, row.recordId)
          return (
            <tr key={row.id}>
              <th scope="row">
                {href ? (
                  <a className="link" href={href}>
                    {row.label}
                  </a>
                ) : (
                  row.label || '—'
                )}
              </th>
              <td data-kind="number" data-label={t('page.row')}>
                {row.row}
              </td>
              <td data-label={t('list.status')}>
                {finished && row.outcome ? (
                  <StatusBadge tone={outcomeTones[row.outcome]}>{t(`outcome.${row.outcome}`)}</StatusBadge>
                ) : (
                  <StatusBadge tone={verdictTones[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusBadge>
                )}
              </td>
              <td data-label={t('page.what')} className="text-sm text-muted">
                {row.problems.map(({ heading, message }) => [heading, message].filter(Boolean).join(': ')).join(' · ')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
