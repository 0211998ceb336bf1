'use client'

import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Fieldset } from '@/components/ui/fieldset'

type Props<V extends FormValues> = { form: ActionForm<V>; shifts: { value: string; label: string }[] }

/** What every group that is made together gets. */
export function ForAllFields<V extends FormValues>({ form, shifts }: Props<V>) {
  const t = useTranslations('academics')
  return (
    <Fieldset legend={t('groups.forAll')}>
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          form={form}
          name="shift"
          label={t('groups.shift')}
          optional
          options={shifts}
          placeholder={t('groups.none')}
        />
        <TextField
          form={form}
          name="capacity"
          label={t('groups.capacity')}
          help={t('groups.capacityHelp')}
          optional
          inputMode="numeric"
          maxLength={3}
          clean={(typed) => typed.replace(/\D/g, '')}
        />
      </div>
    </Fieldset>
  )
}

export const forAll = ({ shift, capacity }: { shift: string; capacity: string }) => ({
  shift,
  capacity: capacity ? Number(capacity) : null,
})
