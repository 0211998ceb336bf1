'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { SimilarList } from './similar-list'
import type { EnrollForm } from './use-enroll-form'
import { useSimilar } from './use-similar'

/** A warning before a child is entered twice. */
export function SimilarChildren({ form }: { form: EnrollForm }) {
  const t = useTranslations('enrollments.form')
  const found = useSimilar(form.values.student)
  // When saving was refused, the same list stands above with the way to go on.
  if (found.length === 0 || form.refusal?.code === 'duplicate') return null
  return (
    <Callout tone="warning" live title={t('similarTitle')}>
      <SimilarList items={found} onChoose={form.choose} />
    </Callout>
  )
}
