'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import type { ImportDetail } from '@/lib/domain/imports/schema'
import { useAdjust } from './use-adjust'

type Props = { slug: string; batch: ImportDetail; samples: readonly (readonly string[])[] }

/** Which column is what; what the file calls it and how its first cells look stand beside. Open when something is missing. */
export function ColumnMap({ slug, batch, samples }: Props) {
  const t = useTranslations('imports')
  const { headings, fields, settings, missing } = batch
  const stored = settings?.columns ?? []
  const [columns, setColumns] = useState<readonly (string | null)[]>(stored)
  const { adjust, pending } = useAdjust(slug, batch)
  const known = stored.filter((field) => field !== null).length
  const choose = (index: number, field: string) =>
    // A field belongs to one column: the other one gives it up.
    setColumns(columns.map((own, at) => (at === index ? field || null : own === field && field ? null : own)))
  const changed = columns.some((field, index) => field !== stored[index])
  return (
    <Section title={t('page.columns')} intro={t('page.columnsText')} bare>
      <details open={missing.length > 0} className="grid gap-3">
        <summary className="link hit w-fit cursor-pointer">
          {t('page.columnsKnown', { known, total: headings.length })}
        </summary>
        <div className="mt-3 grid gap-3">
          <Table caption={t('page.columns')} stack>
            <thead>
              <tr>
                <th scope="col">{t('page.column')}</th>
                <th scope="col">{t('page.sample')}</th>
                <th scope="col">{t('page.means')}</th>
              </tr>
            </thead>
            <tbody>
              {headings.map((heading, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have the same heading
                <tr key={index}>
                  <th scope="row">{heading || '—'}</th>
                  <td data-label={t('page.sample')} className="text-muted">
                    {samples.map((cells) => cells[index] || '—').join(' · ')}
                  </td>
                  <td data-label={t('page.means')}>
                    <Select
                      aria-label={`${t('page.means')}: ${heading}`}
                      placeholder={t('page.ignored')}
                      options={fields.map(({ name, label }) => ({ value: name, label }))}
                      value={columns[index] ?? ''}
                      onChange={(event) => choose(index, event.target.value)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <div>
            <Button loading={pending} disabled={!changed} onClick={() => adjust({ columns: [...columns] })}>
              {t('page.apply')}
            </Button>
          </div>
        </div>
      </details>
    </Section>
  )
}
