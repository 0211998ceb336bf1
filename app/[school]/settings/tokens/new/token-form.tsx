'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import type { CreatedToken } from '@/lib/domain/tokens/schema'
import type { Permission } from '@/lib/platform/permissions'
import { addDays } from '@/lib/shared/dates'
import { createTokenAction } from '../actions'
import { NewToken } from './new-token'

type Props = { slug: string; schoolId: string; scopes: Permission[]; today: string; latest: string }

export function TokenForm({ slug, schoolId, scopes, today, latest }: Props) {
  const t = useTranslations('tokens')
  const [made, setMade] = useState<CreatedToken>()
  const form = useActionForm({
    school: slug,
    action: createTokenAction,
    initial: { name: '', scopes: [] as Permission[], lastDay: addDays(today, 90) },
    onSuccess: setMade,
  })
  if (made) return <NewToken slug={slug} schoolId={schoolId} made={made} />
  const chosen = form.values.scopes
  const toggle = (scope: Permission, on: boolean) =>
    form.set('scopes', on ? [...chosen, scope] : chosen.filter((held) => held !== scope))
  return (
    <ActionForm form={form} submit={t('create')} cancelHref={`/${slug}/settings/tokens`}>
      <TextField form={form} name="name" label={t('name')} help={t('nameHelp')} maxLength={100} autoComplete="off" />
      <DayField form={form} name="lastDay" label={t('lastDay')} help={t('lastDayHelp')} min={today} max={latest} />
      <Fieldset legend={t('scopes')} help={t('scopesHelp')}>
        <div id="f-scopes" tabIndex={-1} className="grid gap-2 outline-none md:grid-cols-2">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              value={scope}
              label={t(`scope.${scope}`)}
              help={<code className="text-xs">{scope}</code>}
              checked={chosen.includes(scope)}
              onChange={(event) => toggle(scope, event.target.checked)}
            />
          ))}
        </div>
        {form.errors.scopes && <p className="text-sm text-danger">{form.errors.scopes}</p>}
      </Fieldset>
    </ActionForm>
  )
}
