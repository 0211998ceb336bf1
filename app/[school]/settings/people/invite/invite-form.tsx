'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { SchoolRole } from '@/lib/domain/people/rules'
import { RolesField } from '../_components/roles-field'
import { invitePersonAction } from '../actions'

export function InviteForm({ slug }: { slug: string }) {
  const t = useTranslations('people')
  const form = useActionForm({
    school: slug,
    action: invitePersonAction,
    initial: { email: '', fullName: '', roles: [] as SchoolRole[] },
    success: t('invited'),
  })
  const { fullName } = form.values
  return (
    <ActionForm
      form={form}
      submit={fullName.trim() ? t('inviteName', { name: fullName.trim() }) : t('inviteSubmit')}
      cancelHref={`/${slug}/settings/people`}
    >
      <TextField form={form} name="email" label={t('email')} help={t('emailHelp')} type="email" autoComplete="off" />
      <TextField form={form} name="fullName" label={t('name')} autoComplete="off" maxLength={255} />
      <RolesField form={form} legend="shown" />
    </ActionForm>
  )
}
