'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { CopyCounts } from '@/lib/domain/academics/copy/schema'

type Props = { counts: CopyCounts; year: string; pending: boolean; onCopy: () => void }

/** The figures before anything is copied. */
export function CopyPreview({ counts, year, pending, onCopy }: Props) {
  const t = useTranslations('academics')
  const lines = [
    [t('copy.plans'), counts.plans],
    [t('copy.grades'), counts.grades],
    [t('copy.items'), counts.items],
    [t('copy.groups'), counts.groups],
    [t('copy.directors'), counts.directors],
    [t('copy.coursesCount'), counts.courses],
    [t('copy.teachersCount'), counts.teachers],
  ] as const
  const shown = lines.filter(([, figure]) => figure > 0)
  if (shown.length === 0) return <Callout tone="ok">{t('copy.nothing')}</Callout>
  return (
    <div className="grid gap-3" role="status">
      <h3 className="font-semibold">{t('copy.willCopy', { year })}</h3>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {shown.map(([label, figure]) => (
          <div key={label}>
            <dt className="text-muted text-sm">{label}</dt>
            <dd className="nums text-2xl">{figure}</dd>
          </div>
        ))}
      </dl>
      {counts.gone.length > 0 && <Callout tone="warning">{t('copy.gone', { names: counts.gone.join(', ') })}</Callout>}
      <div>
        <Button variant="primary" loading={pending} onClick={onCopy}>
          {t('copy.go', { year })}
        </Button>
      </div>
    </div>
  )
}
