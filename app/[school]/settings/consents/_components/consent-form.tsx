'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { saveConsentTextAction } from '../actions'

type Props = { slug: string; code: string; title: string; body: string; version: number }

export function ConsentForm({ slug, code, title, body, version }: Props) {
  const t = useTranslations('settings')
  const form = useActionForm({
    school: slug,
    action: saveConsentTextAction,
    initial: { code, title, body, version },
    draft: `consent.${code}.${version}`,
    success: ({ version: saved }: { version: number }) => t('consents.saved', { version: saved }),
  })
  return (
    <ActionForm form={form} submit={t('consents.save', { version: version + 1 })}>
      <TextField form={form} name="title" label={t('consents.name')} maxLength={150} />
      <TextareaField form={form} name="body" label={t('consents.body')} help={t('consents.help')} rows={14} />
    </ActionForm>
  )
}
