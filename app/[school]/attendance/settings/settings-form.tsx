'use client'

import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { AttendanceSettings } from '@/lib/domain/attendance/settings/schema'
import type { ActionResult } from '@/lib/platform/result'

type SettingsFormProps = {
  school: string
  settings: AttendanceSettings & { version: number }
  action: (school: string, input: unknown) => Promise<ActionResult<AttendanceSettings & { version: number }>>
  modes: { value: string; label: string }[]
  texts: Record<'mode' | 'windowDays' | 'windowHelp' | 'streakDays' | 'alertPercent' | 'submit' | 'saved', string>
}

export function SettingsForm({ school, settings, action, modes, texts }: SettingsFormProps) {
  const form = useActionForm({ school, action, initial: settings, success: texts.saved })
  const figure = { inputMode: 'numeric', className: '[&_input]:max-w-24' } as const
  return (
    <ActionForm form={form} submit={texts.submit} cancelHref={`/${school}/attendance`}>
      <SelectField form={form} name="mode" label={texts.mode} options={modes} />
      <TextField form={form} name="windowDays" label={texts.windowDays} help={texts.windowHelp} {...figure} />
      <TextField form={form} name="streakDays" label={texts.streakDays} {...figure} />
      <TextField form={form} name="alertPercent" label={texts.alertPercent} {...figure} />
    </ActionForm>
  )
}
