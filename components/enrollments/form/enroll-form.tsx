'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { Fieldset } from '@/components/ui/fieldset'
import { Kbd } from '@/components/ui/kbd'
import { LinkButton } from '@/components/ui/link-button'
import type { ChildToEnroll, FormFacts } from '@/lib/domain/enrollments/form/schema'
import { ChildSearch } from './child-search'
import { type FormOptions, FormOptionsProvider } from './form-options'
import { type EnrollAction, useEnrollForm } from './use-enroll-form'

/** What follows the search travels while the child is being looked up. */
const newChild = () => import('./child-fields')
const following = () => import('./following-fields')
const ChildFields = dynamic(() => newChild().then((module) => module.ChildFields), { loading: () => null })
const FollowingFields = dynamic(() => following().then((module) => module.FollowingFields), { loading: () => null })
const DuplicateNotice = dynamic(() => import('./duplicate-notice').then((module) => module.DuplicateNotice), {
  loading: () => null,
})

type EnrollFormProps = {
  school: string
  facts: FormFacts
  /** Opened from a child's page. */
  child: ChildToEnroll | null
  action: EnrollAction
  /** The page where the school's list of papers is kept, for who may change it. */
  requirementsHref: string | null
  options: FormOptions
}

/** Child → guardians → class → papers, on one page and saved as one. Ctrl+Enter sends from anywhere. */
export function EnrollForm({ options, ...rest }: EnrollFormProps) {
  return (
    <FormOptionsProvider options={options}>
      <Form {...rest} />
    </FormOptionsProvider>
  )
}

function Form({ school, facts, child, action, requirementsHref }: Omit<EnrollFormProps, 'options'>) {
  const t = useTranslations('enrollments.form')
  const form = useEnrollForm({ school, facts, child, action })
  const { values } = form
  const name = values.child?.firstName ?? values.student.firstName.trim()
  const someone = values.child !== null || values.isNew
  useEffect(() => {
    Promise.all([newChild(), following()]).catch(() => {})
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the button, not instead of it
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        form.submit()
      }}
    >
      <ActionForm
        form={form}
        submit={someone && name ? t('submitNamed', { name }) : t('submit')}
        cancelHref={`/${school}/enrollments`}
        className="gap-8"
        footer={someone ? undefined : <CancelOnly school={school} />}
      >
        {form.refusal?.code === 'duplicate' && <DuplicateNotice school={school} form={form} refusal={form.refusal} />}
        <Fieldset legend={t('child')} help={someone ? undefined : t('childHelp')}>
          {values.isNew ? <ChildFields form={form} /> : <ChildSearch school={school} form={form} years={facts.years} />}
        </Fieldset>
        {someone && <FollowingFields school={school} form={form} facts={facts} requirementsHref={requirementsHref} />}
      </ActionForm>
      <p className="mt-4 hidden text-sm text-muted md:block">
        {t.rich('keys', { keys: () => <Kbd>Ctrl + Enter</Kbd> })}
      </p>
    </div>
  )
}

/** Nothing to save yet. */
function CancelOnly({ school }: { school: string }) {
  const t = useTranslations('enrollments.form')
  return (
    <div>
      <LinkButton href={`/${school}/enrollments`} variant="ghost">
        {t('cancel')}
      </LinkButton>
    </div>
  )
}
