'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { Numbering } from '@/lib/domain/papers/numbering/schema'
import { saveNumberingAction } from '../actions'

const shown = ({ version, series }: Numbering) => ({
  version,
  series: series.map(({ kind, prefix, next }) => ({ kind, prefix, next: String(next) })),
})

export function NumberingForm({ slug, numbering }: { slug: string; numbering: Numbering }) {
  const t = useTranslations('paperSettings')
  const kinds = useTranslations('papers.kind')
  const opened = shown(numbering)
  const form = useActionForm({
    school: slug,
    action: saveNumberingAction,
    initial: opened,
    // A number that nobody touched is not sent: meanwhile it may have been given.
    toInput: ({ version, series }) => ({
      version,
      series: series.map(({ kind, prefix, next }, index) => ({
        kind,
        prefix,
        ...(next === opened.series[index]?.next ? {} : { next: Number(next) }),
      })),
    }),
    success: t('numbersSaved'),
    fromCurrent: (current) => shown(current as Numbering),
  })
  return (
    <ActionForm form={form} submit={t('saveNumbers')}>
      <ul className="grid gap-4">
        {numbering.series.map(({ kind, used }, index) => {
          const { prefix = '', next = '' } = form.values.series[index] ?? {}
          const example = `${prefix.trim().toUpperCase()}-${numbering.year}-${(/^\d+$/.test(next) ? next : '').padStart(5, '0')}`
          return (
            <li
              key={kind}
              className="grid gap-x-4 gap-y-2 border-b border-border pb-4 last:border-0 md:grid-cols-[1fr_7rem_8rem]"
            >
              <div>
                <p className="font-medium">{kinds(kind)}</p>
                <p className="nums text-sm text-muted">
                  {t('example', { example })}
                  {' · '}
                  {used === 0 ? t('noneUsed') : t('used', { number: used })}
                </p>
              </div>
              <TextField
                form={form}
                name={`series.${index}.prefix`}
                label={t('prefix')}
                aria-label={`${t('prefix')}: ${kinds(kind)}`}
                maxLength={6}
                autoCapitalize="characters"
              />
              <TextField
                form={form}
                name={`series.${index}.next`}
                label={t('next')}
                aria-label={`${t('next')}: ${kinds(kind)}`}
                inputMode="numeric"
                maxLength={6}
              />
            </li>
          )
        })}
      </ul>
    </ActionForm>
  )
}
