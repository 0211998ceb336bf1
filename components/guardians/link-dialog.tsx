'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/select'
import type { ActionResult } from '@/lib/platform/result'
import { LinkFields, type LinkValues } from './link-fields'

type LinkDialogProps = {
  school: string
  studentId: string
  member: LinkValues & { guardianId: string; name: string }
  relationships: Option[]
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  close: () => void
}

export function LinkDialog({ school, studentId, member, relationships, action, close }: LinkDialogProps) {
  const t = useTranslations('guardians')
  const { guardianId, relationship, isPrimary, canPickup, isEmergencyContact } = member
  const form = useActionForm<LinkValues, unknown>({
    school,
    action,
    initial: { relationship, isPrimary, canPickup, isEmergencyContact },
    toInput: (values) => ({ studentId, guardianId, ...values }),
    success: t('family.saved'),
    onSuccess: close,
  })
  return (
    <Dialog open onOpenChange={close} title={member.name} description={t('family.editTitle')} width={440}>
      <ActionForm form={form} submit={t('family.save')} onCancel={close}>
        <LinkFields form={form} relationships={relationships} primaryFixed={isPrimary} />
      </ActionForm>
    </Dialog>
  )
}
