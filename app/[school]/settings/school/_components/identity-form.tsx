'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { IdentityFields } from '@/components/schools/identity-fields'
import type { SchoolProfile } from '@/lib/domain/schools/schema'
import { showNit } from '@/lib/shared/nit'
import { updateSchoolAction } from '../actions'

const shownNit = (nit: string | null) => (nit ? showNit(nit) : '')

export function IdentityForm({ slug, school }: { slug: string; school: SchoolProfile }) {
  const t = useTranslations('schools')
  const { version, name, nit, resolution, city, sector, calendar } = school
  const form = useActionForm({
    school: slug,
    action: updateSchoolAction,
    initial: {
      version,
      name,
      nit: shownNit(nit),
      city: city ?? '',
      resolution: resolution ?? '',
      sector: sector as string,
      calendar: calendar as string,
    },
    success: t('saved'),
    fromCurrent: (current) => {
      const now = current as SchoolProfile
      return { ...now, nit: shownNit(now.nit) }
    },
  })
  return (
    <ActionForm form={form} submit={t('saveIdentity')}>
      <IdentityFields form={form} />
    </ActionForm>
  )
}
