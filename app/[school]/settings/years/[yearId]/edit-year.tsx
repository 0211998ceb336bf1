'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import type { YearRow } from '@/lib/domain/years/schema'
import { YearFields } from '../_components/year-fields'
import { updateYearAction } from '../actions'

export function EditYear({ slug, year }: { slug: string; year: YearRow }) {
  const t = useTranslations('years')
  const { id: yearId, version, name, startsOn, endsOn } = year
  const form = useActionForm({
    school: slug,
    action: updateYearAction,
    initial: { yearId, version, name, startsOn, endsOn },
    success: t('saved'),
  })
  return (
    <ActionForm form={form} submit={t('saveDates')}>
      <YearFields form={form} />
    </ActionForm>
  )
}
