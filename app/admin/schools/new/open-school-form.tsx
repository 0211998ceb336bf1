'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { IdentityFields } from '@/components/schools/identity-fields'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { suggestSlug } from '@/lib/domain/schools/rules'
import { openSchoolAction } from '../../actions'

const empty = {
  slug: '',
  name: '',
  nit: '',
  city: '',
  resolution: '',
  sector: 'official',
  calendar: 'A',
  rector: { fullName: '', email: '' },
}

export function OpenSchoolForm() {
  const t = useTranslations('admin')
  // Until somebody writes an address, it follows the name.
  const [typed, setTyped] = useState(false)
  const slugOf = (values: typeof empty) => (typed || values.slug ? values.slug : suggestSlug(values.name))
  const form = useActionForm({
    action: openSchoolAction,
    initial: empty,
    draft: 'school.new',
    success: t('opened'),
    toInput: (values) => ({ ...values, slug: slugOf(values) }),
  })
  const name = form.values.name.trim()
  return (
    <ActionForm form={form} submit={name ? t('openName', { name }) : t('openSubmit')} cancelHref="/admin">
      <IdentityFields form={form} />
      <Field name="slug" label={t('slug')} help={t('slugHelp')} error={form.errors.slug}>
        <Input
          value={slugOf(form.values)}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => {
            setTyped(true)
            form.set('slug', event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, '-'))
          }}
        />
      </Field>
      <Fieldset legend={t('rector')} help={t('rectorHelp')}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField form={form} name="rector.fullName" label={t('rectorName')} maxLength={255} autoComplete="off" />
          <TextField form={form} name="rector.email" label={t('rectorEmail')} type="email" autoComplete="off" />
        </div>
      </Fieldset>
    </ActionForm>
  )
}
