'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type PasswordFieldProps<V extends FormValues> = {
  form: ActionForm<V>
  name: string
  label: string
  help?: string
  autoComplete: 'new-password' | 'current-password'
  autoFocus?: boolean
}

/** A password that can be looked at while it is typed: one field, no second one to repeat it. */
export function PasswordField<V extends FormValues>(props: PasswordFieldProps<V>) {
  const { form, name, label, help, autoComplete, autoFocus } = props
  const t = useTranslations('account')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  const toggle = (
    <button
      type="button"
      className="hit inline-flex items-center gap-1 text-sm text-muted hover:text-text"
      aria-pressed={shown}
      aria-controls={`f-${name}`}
      onClick={() => setShown(!shown)}
    >
      <Icon aria-hidden="true" className="size-4" />
      {shown ? t('hide') : t('show')}
    </button>
  )
  return (
    <Field name={name} label={label} help={help} error={form.errors[name]} aside={toggle}>
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        maxLength={512}
        value={String(form.get(name) ?? '')}
        onChange={(event) => form.set(name, event.target.value)}
      />
    </Field>
  )
}
