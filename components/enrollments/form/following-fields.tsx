'use client'

import { useTranslations } from 'next-intl'
import { Fieldset } from '@/components/ui/fieldset'
import type { FormFacts } from '@/lib/domain/enrollments/form/schema'
import { GuardianSection } from './guardian-section'
import { PapersPreview } from './papers-preview'
import { PlacementFields } from './placement-fields'
import type { EnrollForm } from './use-enroll-form'

type FollowingFieldsProps = { school: string; form: EnrollForm; facts: FormFacts; requirementsHref: string | null }

/** What is asked once the child is known: guardians, class, papers. */
export function FollowingFields({ school, form, facts, requirementsHref }: FollowingFieldsProps) {
  const t = useTranslations('enrollments.form')
  return (
    <>
      <GuardianSection school={school} form={form} />
      <Fieldset legend={t('placement')}>
        <PlacementFields form={form} facts={facts} />
      </Fieldset>
      <Fieldset legend={t('papers')}>
        <PapersPreview values={form.values} facts={facts} requirementsHref={requirementsHref} />
      </Fieldset>
    </>
  )
}
