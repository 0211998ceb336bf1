'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { SchoolProfile } from '@/lib/domain/schools/schema'
import { showPhone } from '@/lib/shared/phone'
import { updateSettingsAction } from '../actions'

type Settings = SchoolProfile['settings']

const shown = ({ version, peiSummary, contact }: Settings) => ({
  version,
  peiSummary: peiSummary ?? '',
  contact: {
    phone: contact.phone ? showPhone(contact.phone) : '',
    email: contact.email ?? '',
    address: contact.address ?? '',
  },
})

export function SettingsForm({ slug, settings }: { slug: string; settings: Settings }) {
  const t = useTranslations('schools')
  const form = useActionForm({
    school: slug,
    action: updateSettingsAction,
    initial: shown(settings),
    draft: 'school.settings',
    success: t('saved'),
    fromCurrent: (current) => shown(current as Settings),
  })
  return (
    <ActionForm form={form} submit={t('saveSettings')}>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField form={form} name="contact.phone" label={t('field.phone')} type="tel" inputMode="tel" optional />
        <TextField form={form} name="contact.email" label={t('field.email')} type="email" optional />
      </div>
      <TextField form={form} name="contact.address" label={t('field.address')} optional maxLength={255} />
      <TextareaField form={form} name="peiSummary" label={t('field.pei')} help={t('field.peiHelp')} optional rows={6} />
    </ActionForm>
  )
}
