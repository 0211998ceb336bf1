'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { type ActionForm as FormState, useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { schoolRoles } from '@/lib/domain/people/rules'
import type { SecuritySettings } from '@/lib/domain/schools/security/schema'
import { updateSecurityAction } from '../actions'

const numbers = [
  'graceDays',
  'sessionsPerPerson',
  'idleMinutes',
  'minPassword',
  'passwordDays',
  'invitationDays',
] as const

/** As the fields show them: an empty one means that passwords do not run out. */
const shown = (settings: SecuritySettings) => ({
  version: settings.version,
  secondFactorRoles: settings.secondFactorRoles as string[],
  ...(Object.fromEntries(numbers.map((name) => [name, String(settings[name] ?? '')])) as Record<
    (typeof numbers)[number],
    string
  >),
})
type Values = ReturnType<typeof shown>

const typedNumber = (text: string): number | null => (text.trim() === '' ? null : Number(text))

const toInput = ({ version, secondFactorRoles, ...typed }: Values) => ({
  version,
  secondFactorRoles,
  ...Object.fromEntries(numbers.map((name) => [name, typedNumber(typed[name])])),
})

type Props = {
  slug: string
  settings: SecuritySettings
  ownRoles: readonly string[]
  progress: string
  missing: string
}

export function SecurityForm({ slug, settings, ownRoles, progress, missing }: Props) {
  const t = useTranslations('security.rules')
  const form = useActionForm({
    school: slug,
    action: updateSecurityAction,
    initial: shown(settings),
    toInput,
    success: t('saved'),
    fromCurrent: (current) => shown(current as SecuritySettings),
  })
  const { secondFactorRoles: chosen } = form.values
  const isNew = (role: string) => chosen.includes(role) && !settings.secondFactorRoles.some((one) => one === role)
  return (
    <ActionForm form={form} submit={t('save')} className="gap-8">
      <Section title={t('secondFactor')} intro={t('secondFactorText')}>
        <div className="grid gap-4">
          <p className="text-sm">
            {progress} {chosen.length > 0 && missing}
          </p>
          <RoleChoice form={form} />
          {ownRoles.some(isNew) && <Callout tone="info">{t('lockWarning')}</Callout>}
          <NumberField form={form} name="graceDays" label={t('grace')} help={t('graceHelp')} />
        </div>
      </Section>
      <Section title={t('sessions')} intro={t('sessionsText')}>
        <div className="grid gap-4 md:grid-cols-2">
          <NumberField form={form} name="sessionsPerPerson" label={t('perPerson')} help={t('perPersonHelp')} />
          <NumberField form={form} name="idleMinutes" label={t('idle')} help={t('idleHelp')} />
        </div>
      </Section>
      <Section title={t('passwords')} intro={t('passwordsText')}>
        <div className="grid gap-4 md:grid-cols-2">
          <NumberField form={form} name="minPassword" label={t('least')} help={t('leastHelp')} />
          <NumberField form={form} name="passwordDays" label={t('days')} help={t('daysHelp')} optional />
        </div>
      </Section>
      <Section title={t('invitations')}>
        <NumberField form={form} name="invitationDays" label={t('life')} help={t('lifeHelp')} />
      </Section>
    </ActionForm>
  )
}

type NumberFieldProps = {
  form: FormState<Values>
  name: (typeof numbers)[number]
  label: string
  help: string
  optional?: boolean
}

const NumberField = (props: NumberFieldProps) => <TextField {...props} inputMode="numeric" maxLength={3} />

function RoleChoice({ form }: { form: FormState<Values> }) {
  const t = useTranslations('security.rules')
  const roles = useTranslations('people.role')
  const { secondFactorRoles: chosen } = form.values
  const toggle = (role: string, on: boolean) =>
    form.set(
      'secondFactorRoles',
      schoolRoles.filter((one) => (one === role ? on : chosen.includes(one))),
    )
  return (
    <Fieldset legend={t('roles')} help={t('rolesHelp')}>
      <div id="f-secondFactorRoles" tabIndex={-1} className="grid gap-2 outline-none md:grid-cols-3">
        {schoolRoles.map((role) => (
          <Checkbox
            key={role}
            name="secondFactorRoles"
            value={role}
            label={roles(role)}
            checked={chosen.includes(role)}
            onChange={(event) => toggle(role, event.target.checked)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
