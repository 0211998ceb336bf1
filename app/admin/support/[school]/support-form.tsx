'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { RadioField, SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { supportMinutes, supportModes } from '@/lib/domain/schools/support/schema'
import { startSupportAction } from '../../actions'

type Props = { schoolId: string; name: string }

export function SupportForm({ schoolId, name }: Props) {
  const t = useTranslations('support')
  const form = useActionForm({
    action: startSupportAction,
    initial: { reason: '', minutes: '60', mode: 'read' },
    success: t('started'),
    toInput: ({ reason, minutes, mode }) => ({ schoolId, reason, mode, minutes: Number(minutes) }),
  })
  return (
    <ActionForm form={form} submit={t('start', { name })} cancelHref={`/admin/schools/${schoolId}`}>
      <TextareaField form={form} name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxLength={500} />
      <SelectField
        form={form}
        name="minutes"
        label={t('minutes')}
        options={supportMinutes.map((minutes) => ({
          value: String(minutes),
          label: t('duration', { minutes: String(minutes) }),
        }))}
      />
      <RadioField
        form={form}
        name="mode"
        label={t('mode')}
        options={supportModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`), help: t(`modeHelp.${mode}`) }))}
      />
    </ActionForm>
  )
}
