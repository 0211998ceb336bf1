'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { RecoveringStudent } from '@/lib/domain/evaluation/recoveries/course/schema'
import { planRecoveryAction } from '../../../actions'
import type { RecoveryAt } from './recovery-list'

type Props = { school: string; at: RecoveryAt; student: RecoveringStudent; onClose: () => void }

export function PlanDialog({ school, at, student: { enrollmentId, name }, onClose }: Props) {
  const t = useTranslations('recoveries')
  const router = useRouter()
  const form = useActionForm({
    school,
    action: planRecoveryAction,
    initial: { heldOn: '', note: '' },
    toInput: (values) => ({ ...values, ...at, enrollmentId }),
    success: t('planned', { count: 1 }),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('planOf', { name })} width={460} locked={form.dirty}>
      <ActionForm form={form} submit={t('plan')} onCancel={onClose}>
        <DayField form={form} name="heldOn" label={t('day')} optional />
        <TextareaField
          form={form}
          name="note"
          label={t('note')}
          help={t('noteHelp')}
          optional
          rows={3}
          maxLength={1000}
        />
      </ActionForm>
    </Dialog>
  )
}
