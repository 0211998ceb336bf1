'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Fieldset } from '@/components/ui/fieldset'
import type { Option } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import type { ActionResult } from '@/lib/platform/result'
import { showDocument } from '@/lib/shared/documents-id'
import { naturalName } from '@/lib/shared/names'
import { DocumentFields, type GuardianValues, PersonFields } from './guardian-fields'
import { LinkFields, type LinkValues } from './link-fields'
import { useKnownGuardian } from './use-known-guardian'

export type AddGuardianProps = {
  school: string
  studentId: string
  /** Ids of the guardians whom the child has: the first one ever is the primary one, and nobody is added twice. */
  linked: readonly string[]
  documentTypes: Option[]
  relationships: Option[]
  action: (school: string, input: unknown) => Promise<ActionResult<{ guardianId: string }>>
}

const blank: GuardianValues = {
  documentType: 'CC',
  documentNumber: '',
  firstSurname: '',
  secondSurname: '',
  firstName: '',
  secondName: '',
  phone: '',
  email: '',
  address: '',
  occupation: '',
  workplace: '',
}

type Values = LinkValues & { guardian: GuardianValues; chosen: { id: string; name: string } | null }

export function NewGuardianForm({
  school,
  studentId,
  linked,
  documentTypes,
  relationships,
  action,
  close,
}: AddGuardianProps & { close: () => void }) {
  const t = useTranslations('guardians')
  const first = linked.length === 0
  const form = useActionForm<Values, { guardianId: string }>({
    school,
    action,
    draft: `guardian.new.${studentId}`,
    initial: {
      guardian: blank,
      chosen: null,
      relationship: '',
      isPrimary: first,
      canPickup: first,
      isEmergencyContact: first,
    },
    toInput: ({ guardian, chosen, ...link }) => ({
      studentId,
      ...link,
      ...(chosen ? { guardianId: chosen.id } : { guardian }),
    }),
    success: t('family.linked'),
    onSuccess: close,
  })
  const { guardian, chosen } = form.values
  const known = useKnownGuardian(guardian.documentType, chosen ? '' : guardian.documentNumber)
  return (
    <Sheet open onOpenChange={close} title={t('family.addTitle')} width={560}>
      <ActionForm
        form={form}
        submit={chosen ? t('family.linkNamed', { name: chosen.name }) : t('family.link')}
        onCancel={close}
      >
        <Fieldset legend={t('family.whoTitle')}>
          {chosen ? (
            <Callout
              tone="ok"
              actions={
                <Button size="sm" onClick={() => form.set('chosen', null)}>
                  {t('family.change')}
                </Button>
              }
            >
              {t('family.chosen', { name: chosen.name })}
            </Callout>
          ) : (
            <>
              <DocumentFields form={form} at="guardian." types={documentTypes} />
              {known && linked.includes(known.id) && (
                <Callout tone="warning" live>
                  {t('family.already', { name: naturalName(known) })}
                </Callout>
              )}
              {known && !linked.includes(known.id) && (
                <Callout
                  tone="info"
                  live
                  title={t('family.knownTitle')}
                  actions={
                    <Button
                      size="sm"
                      variant="primary"
                      onClick={() => form.set('chosen', { id: known.id, name: naturalName(known) })}
                    >
                      {t('family.useKnown', { name: naturalName(known) })}
                    </Button>
                  }
                >
                  {t('family.known', {
                    name: naturalName(known),
                    document: showDocument(known.documentType, known.documentNumber),
                  })}
                </Callout>
              )}
              <PersonFields form={form} at="guardian." />
            </>
          )}
        </Fieldset>
        <Fieldset legend={t('family.linkTitle')}>
          <LinkFields form={form} relationships={relationships} primaryFixed={first} />
        </Fieldset>
      </ActionForm>
    </Sheet>
  )
}
