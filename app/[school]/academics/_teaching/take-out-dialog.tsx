'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { GroupStudent } from '@/lib/domain/academics/placements/schema'
import { today } from '@/lib/shared/dates'
import { endPlacementAction } from './actions'
import type { RosterGroup } from './roster'

type Props = { school: string; group: RosterGroup; student: GroupStudent; onClose: () => void }

export function TakeOutDialog({ school, student, onClose }: Props) {
  const t = useTranslations('placements')
  const { enrollmentId, fullName: name } = student
  const form = useActionForm({
    school,
    action: endPlacementAction,
    initial: { validTo: today(), reason: '' },
    toInput: (values) => ({ enrollmentId, ...values }),
    success: t('wentOut', { name }),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('outTitle', { name })}
      description={t('outText')}
      width={460}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('out')} danger onCancel={onClose}>
        <DayField form={form} name="validTo" label={t('lastDay')} max={today()} />
        <TextField form={form} name="reason" label={t('reason')} maxLength={500} />
      </ActionForm>
    </Dialog>
  )
}
