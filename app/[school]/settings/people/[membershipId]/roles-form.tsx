'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import type { PersonRow } from '@/lib/domain/people/schema'
import { RolesField } from '../_components/roles-field'
import { updateMembershipAction } from '../actions'

export function RolesForm({ slug, person }: { slug: string; person: PersonRow }) {
  const t = useTranslations('people')
  const { membershipId, version, roles } = person
  const form = useActionForm({
    school: slug,
    action: updateMembershipAction,
    initial: { membershipId, version, roles },
    success: t('rolesSaved'),
  })
  return (
    <ActionForm form={form} submit={t('saveRoles')}>
      <RolesField form={form} legend="above" />
    </ActionForm>
  )
}
