'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormValues } from '@/components/layout/form-path'
import { useActionForm } from '@/components/layout/use-action-form'
import { savePlanAction } from '../../actions'

type Step<V extends FormValues> = {
  slug: string
  rolloverId: string
  version: number
  initial: V
  /** What of the plan the step is. */
  toStep: (values: V) => object
  next: string
}

/** The form of one step of the plan: saved on the server, then on to the next one. */
export function useStepForm<V extends FormValues>({ slug, rolloverId, version, initial, toStep, next }: Step<V>) {
  const t = useTranslations('rollovers')
  const router = useRouter()
  return useActionForm({
    school: slug,
    action: savePlanAction,
    initial: { ...initial, version },
    success: t('stepSaved'),
    toInput: (values) => ({ rolloverId, version: values.version, ...toStep(values) }),
    onSuccess: () => router.push(next),
  })
}
