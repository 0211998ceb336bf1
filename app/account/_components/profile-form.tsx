'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { RadioField, TextField } from '@/components/layout/form-fields'
import { keepPreference } from '@/components/layout/preference'
import { useActionForm } from '@/components/layout/use-action-form'
import { languageCookie } from '@/i18n/locale'
import type { Profile } from '@/lib/domain/account/schema'
import { updateProfileAction } from '../actions'

export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations('account')
  const router = useRouter()
  const form = useActionForm({
    action: updateProfileAction,
    initial: { fullName: profile.fullName, locale: profile.locale as string, version: profile.version },
    success: t('profileSaved'),
    onSuccess: ({ version }: { version: number }) => {
      form.set('version', version)
      keepPreference(languageCookie, form.values.locale)
      router.refresh()
    },
  })
  return (
    <ActionForm form={form} submit={t('saveProfile')}>
      <TextField form={form} name="fullName" label={t('fullName')} autoComplete="name" maxLength={255} />
      <RadioField
        form={form}
        name="locale"
        label={t('language')}
        inline
        options={[
          { value: 'es', label: 'Español' },
          { value: 'en', label: 'English' },
        ]}
      />
    </ActionForm>
  )
}
