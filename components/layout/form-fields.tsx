'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { Field, fieldId } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup, type RadioOption } from '@/components/ui/radio-group'
import { type Option, type OptionGroup, Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { FormValues } from './form-path'
import type { ActionForm } from './use-action-form'

type Bound<V extends FormValues> = {
  form: ActionForm<V>
  /** Path in the form's values, `guardian.email`. */
  name: string
  label: ReactNode
  help?: ReactNode
  optional?: boolean
  className?: string
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

function split<P extends Bound<V>, V extends FormValues>(props: P) {
  const { form, name, label, help, optional, className, ...rest } = props
  const field = { name, label, help, optional, className, error: form.errors[name] }
  return { form, name, field, rest, value: text(form.get(name)) }
}

type TextFieldProps<V extends FormValues> = Bound<V> & {
  /** What to keep of what is typed (digits only, upper case). */
  clean?: (typed: string) => string
} & Omit<ComponentProps<'input'>, 'name' | 'form' | 'value' | 'defaultValue' | 'onChange' | 'className'>

export function TextField<V extends FormValues>({ clean, ...props }: TextFieldProps<V>) {
  const { form, name, field, rest, value } = split<Omit<TextFieldProps<V>, 'clean'>, V>(props)
  const keep = (typed: string) => form.set(name, clean ? clean(typed) : typed)
  return (
    <Field {...field}>
      <Input {...rest} value={value} onChange={(event) => keep(event.target.value)} />
    </Field>
  )
}

type TextareaFieldProps<V extends FormValues> = Bound<V> & Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength'>

export function TextareaField<V extends FormValues>(props: TextareaFieldProps<V>) {
  const { form, name, field, rest, value } = split<TextareaFieldProps<V>, V>(props)
  return (
    <Field {...field}>
      <Textarea {...rest} value={value} onChange={(event) => form.set(name, event.target.value)} />
    </Field>
  )
}

type SelectFieldProps<V extends FormValues> = Bound<V> & {
  options: readonly (Option | OptionGroup)[]
  placeholder?: string
  disabled?: boolean
}

export function SelectField<V extends FormValues>(props: SelectFieldProps<V>) {
  const { form, name, field, rest, value } = split<SelectFieldProps<V>, V>(props)
  return (
    <Field {...field}>
      <Select {...rest} value={value} onChange={(event) => form.set(name, event.target.value)} />
    </Field>
  )
}

type DayFieldProps<V extends FormValues> = Bound<V> & { min?: string; max?: string; disabled?: boolean }

/** dd/mm/aaaa; the value is `yyyy-mm-dd`, '' for none. */
export function DayField<V extends FormValues>(props: DayFieldProps<V>) {
  const { form, name, field, rest, value } = split<DayFieldProps<V>, V>(props)
  return (
    <Field {...field}>
      <DateField {...rest} value={value} onValueChange={(day) => form.set(name, day)} />
    </Field>
  )
}

export function CheckboxField<V extends FormValues>({ form, name, label, help, className }: Bound<V>) {
  return (
    <Checkbox
      id={fieldId(name)}
      name={name}
      label={label}
      help={help}
      className={className}
      error={form.errors[name]}
      checked={form.get(name) === true}
      onChange={(event) => form.set(name, event.target.checked)}
    />
  )
}

type RadioFieldProps<V extends FormValues> = Bound<V> & { options: readonly RadioOption[]; inline?: boolean }

export function RadioField<V extends FormValues>({ form, name, label, help, options, inline }: RadioFieldProps<V>) {
  return (
    <RadioGroup
      name={name}
      legend={label}
      help={help}
      options={options}
      inline={inline}
      error={form.errors[name]}
      value={text(form.get(name))}
      onValueChange={(value) => form.set(name, value)}
    />
  )
}
