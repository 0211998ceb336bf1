'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import type { Option } from '@/components/ui/select'
import type { GuardianDetail } from '@/lib/domain/guardians/schema'
import type { ActionResult } from '@/lib/platform/result'
import { showPhone } from '@/lib/shared/phone'
import { DocumentFields, type GuardianValues, PersonFields } from './guardian-fields'

type GuardianFormProps = {
  school: string
  guardian: GuardianDetail
  documentTypes: Option[]
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  cancelHref: string
}

type Values = GuardianValues & { version: number }

const toValues = (guardian: GuardianDetail): Values => ({
  version: guardian.version,
  documentType: guardian.documentType,
  documentNumber: guardian.documentNumber,
  firstSurname: guardian.firstSurname,
  secondSurname: guardian.secondSurname ?? '',
  firstName: guardian.firstName,
  secondName: guardian.secondName ?? '',
  phone: showPhone(guardian.phone ?? ''),
  email: guardian.email ?? '',
  address: guardian.address ?? '',
  occupation: guardian.occupation ?? '',
  workplace: guardian.workplace ?? '',
})

export function GuardianForm({ school, guardian, documentTypes, action, cancelHref }: GuardianFormProps) {
  const t = useTranslations('guardians')
  const form = useActionForm<Values, unknown>({
    school,
    action,
    draft: `guardian.${guardian.id}`,
    initial: toValues(guardian),
    toInput: (values) => ({ guardianId: guardian.id, ...values }),
    fromCurrent: (current) => toValues(current as GuardianDetail),
    success: t('page.saved'),
  })
  const owner = form.refusal?.data as { guardianId?: string; name?: string } | undefined
  return (
    <ActionForm form={form} submit={t('page.save')} cancelHref={cancelHref}>
      {owner?.guardianId && (
        <Callout tone="warning">
          <Link href={`/${school}/guardians/${owner.guardianId}`} target="_blank" className="underline">
            {owner.name}
          </Link>
        </Callout>
      )}
      <DocumentFields form={form} at="" types={documentTypes} />
      <PersonFields form={form} at="" />
    </ActionForm>
  )
}
