'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { IdentityFields } from '@/components/schools/identity-fields'
import { Section } from '@/components/ui/card'
import { type CopyPart, copyParts } from '@/lib/domain/schools/opening/schema'
import { suggestSlug } from '@/lib/domain/schools/rules'
import { openSchoolAction } from '../../actions'
import { CopyFields } from './copy-fields'
import { SlugField } from './slug-field'

const empty = {
  slug: '',
  name: '',
  nit: '',
  city: '',
  resolution: '',
  sector: 'official',
  calendar: 'A',
  rector: { fullName: '', email: '' },
  copy: { schoolId: '', parts: [...copyParts] as CopyPart[] },
}
export type OpenSchoolValues = typeof empty

type Props = { origin: string; sources: readonly { id: string; name: string }[] }

/** Opening a school in four short steps of one page, kept on this device until it is sent. */
export function OpenSchoolForm({ origin, sources }: Props) {
  const t = useTranslations('admin')
  // Until somebody writes an address, it follows the name.
  const [typed, setTyped] = useState(false)
  const slugOf = (values: OpenSchoolValues) => (typed || values.slug ? values.slug : suggestSlug(values.name))
  const form = useActionForm({
    action: openSchoolAction,
    initial: empty,
    draft: 'school.new',
    success: t('opened'),
    toInput: ({ copy, ...values }) => ({
      ...values,
      slug: slugOf({ copy, ...values }),
      ...(copy.schoolId && copy.parts.length > 0 ? { copy } : {}),
    }),
  })
  const name = form.values.name.trim()
  return (
    <ActionForm
      form={form}
      submit={name ? t('openName', { name }) : t('openSubmit')}
      cancelHref="/admin"
      className="gap-8"
    >
      <Section title={t('steps.identity')} intro={t('steps.identityHelp')}>
        <div className="grid gap-4">
          <IdentityFields form={form} />
        </div>
      </Section>
      <Section title={t('steps.address')}>
        <SlugField
          value={slugOf(form.values)}
          origin={origin}
          error={form.errors.slug}
          onValueChange={(slug) => {
            setTyped(true)
            form.set('slug', slug)
          }}
        />
      </Section>
      <Section title={t('steps.rector')} intro={t('rectorHelp')}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField form={form} name="rector.fullName" label={t('rectorName')} maxLength={255} autoComplete="off" />
          <TextField form={form} name="rector.email" label={t('rectorEmail')} type="email" autoComplete="off" />
        </div>
      </Section>
      {sources.length > 0 && (
        <Section title={t('steps.copy')}>
          <div className="grid gap-4">
            <CopyFields form={form} sources={sources} />
          </div>
        </Section>
      )}
    </ActionForm>
  )
}
