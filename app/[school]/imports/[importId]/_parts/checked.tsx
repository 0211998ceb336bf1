import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import type { ImportDetail, ImportRow } from '@/lib/domain/imports/schema'
import { ColumnMap } from '../../_components/column-map'
import { ReadingForm } from '../../_components/reading-form'
import { RepairList } from '../../_components/repair-list'
import { RowList } from '../../_components/row-list'
import { RunPanel } from '../../_components/run-panel'

type Props = {
  slug: string
  batch: ImportDetail
  rows: { items: ImportRow[]; next: number | null }
  show: string
}

const shown = ['create', 'update', 'keep', 'same', 'skip', 'error'] as const

/** What will happen, what has to be corrected first, and how the file is read. Nothing is saved yet. */
export async function Checked({ slug, batch, rows, show }: Props) {
  const [t, format] = await Promise.all([getTranslations('imports'), getFormatter()])
  const { counts, earlier } = batch
  const { verdicts, warned } = counts
  const path = `/${slug}/imports/${batch.id}`
  const tabs = [
    ...(verdicts.error ? [{ key: 'error', label: t('page.toRepair'), count: verdicts.error }] : []),
    ...(warned ? [{ key: 'warned', label: t('page.warnings'), count: warned }] : []),
    { key: 'all', label: t('page.allRows'), count: counts.rows },
  ]
  return (
    <div className="grid gap-6">
      {batch.refusal && <Callout tone="warning">{batch.refusal}</Callout>}
      {earlier && (
        <Callout
          actions={
            <LinkButton href={`/${slug}/imports/${earlier.id}`} size="sm">
              {t('page.seeEarlier')}
            </LinkButton>
          }
        >
          {t('page.earlier', { at: format.dateTime(new Date(earlier.at), 'moment'), by: earlier.by ?? 'none' })}
        </Callout>
      )}
      {batch.missing.length > 0 && (
        <Callout tone="danger">{t('page.columnsMissing', { fields: batch.missing.join(', ') })}</Callout>
      )}
      <RunPanel
        slug={slug}
        importId={batch.id}
        version={batch.version}
        ready={(verdicts.create ?? 0) + (verdicts.update ?? 0)}
        wrong={verdicts.error ?? 0}
        blocked={batch.missing.length > 0}
        summary={shown.flatMap((verdict) => {
          const count = verdicts[verdict] ?? 0
          return count > 0 ? [{ verdict, text: t(`page.will.${verdict}`, { count }) }] : []
        })}
      />
      <section className="grid gap-3">
        <Tabs
          label={t('page.allRows')}
          current={`${path}?show=${show}`}
          tabs={tabs.map(({ key, label, count }) => ({ href: `${path}?show=${key}`, label, count }))}
        />
        {show === 'error' || show === 'warned' ? (
          <RepairList key={show} slug={slug} importId={batch.id} rows={rows.items} kind={batch.kind} />
        ) : (
          <RowList slug={slug} kind={batch.kind} rows={rows.items} />
        )}
        {rows.next !== null && (
          <div>
            <LinkButton href={`${path}?show=${show}&after=${rows.next}`}>{t('page.more')}</LinkButton>
          </div>
        )}
      </section>
      <ColumnMap slug={slug} batch={batch} samples={rows.items.slice(0, 3).map(({ cells }) => cells)} />
      <ReadingForm slug={slug} batch={batch} csv={batch.settings?.encoding !== undefined} />
    </div>
  )
}
