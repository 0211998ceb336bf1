'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { CopyCounts } from '@/lib/domain/academics/copy/schema'
import { copyStructureAction, previewCopyAction } from '../actions'
import { CopyPreview } from './copy-preview'

type Year = { id: string; name: string }

/** From which year to which, with what; then the figures, and only then the copy. */
export function CopyYear({ slug, years, targets }: { slug: string; years: Year[]; targets: Year[] }) {
  const t = useTranslations('academics')
  const router = useRouter()
  const first = targets[0]?.id ?? ''
  const [toYearId, setTo] = useState(first)
  const [fromYearId, setFrom] = useState(years.find(({ id }) => id !== first)?.id ?? '')
  const [courses, setCourses] = useState(false)
  const [teachers, setTeachers] = useState(false)
  const [counts, setCounts] = useState<CopyCounts>()
  const { call, pending } = useCall()
  const input = { fromYearId, toYearId, courses, teachers: courses && teachers }
  const target = targets.find(({ id }) => id === toYearId)?.name ?? ''
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setCounts(undefined)
    }
  const options = (list: Year[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const preview = () => call(() => previewCopyAction(slug, input), setCounts)
  const copy = () =>
    call(
      () => copyStructureAction(slug, input),
      () => {
        toast({ tone: 'ok', text: t('copy.done', { year: target }), detail: t('copy.planText') })
        router.push(`/${slug}/academics/plans?year=${toYearId}`)
      },
    )
  return (
    <div className="grid gap-4">
      <div className="grid max-w-xl gap-4 md:grid-cols-2">
        <Field name="fromYearId" label={t('copy.from')}>
          <Select
            options={options(years.filter(({ id }) => id !== toYearId))}
            value={fromYearId}
            onChange={(event) => changed(setFrom)(event.target.value)}
          />
        </Field>
        <Field name="toYearId" label={t('copy.to')}>
          <Select
            options={options(targets)}
            value={toYearId}
            onChange={(event) => {
              changed(setTo)(event.target.value)
              if (event.target.value === fromYearId)
                setFrom(years.find(({ id }) => id !== event.target.value)?.id ?? '')
            }}
          />
        </Field>
      </div>
      <div className="grid gap-2">
        <Checkbox
          label={t('copy.courses')}
          checked={courses}
          onChange={(event) => changed(setCourses)(event.target.checked)}
        />
        <Checkbox
          label={t('copy.teachers')}
          checked={courses && teachers}
          disabled={!courses}
          onChange={(event) => changed(setTeachers)(event.target.checked)}
        />
      </div>
      {counts ? (
        <CopyPreview counts={counts} year={target} pending={pending} onCopy={copy} />
      ) : (
        <div>
          <Button loading={pending} onClick={preview}>
            {t('copy.preview')}
          </Button>
        </div>
      )}
    </div>
  )
}
