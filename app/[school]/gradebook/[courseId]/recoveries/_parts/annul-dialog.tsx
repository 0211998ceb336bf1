'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { RecoveringStudent } from '@/lib/domain/evaluation/recoveries/course/schema'
import { annulRecoveryAction } from '../../../actions'

type Props = { school: string; student: RecoveringStudent; onClose: () => void }

export function AnnulDialog({ school, student: { name, recovery }, onClose }: Props) {
  const t = useTranslations('recoveries')
  const router = useRouter()
  const form = useActionForm({
    school,
    action: annulRecoveryAction,
    initial: { recoveryId: recovery?.id ?? '', version: recovery?.version ?? 0, reason: '' },
    success: t('annulled', { name }),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('annulOf', { name })}
      description={t('annulText')}
      width={460}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('annul')} danger onCancel={onClose}>
        <TextareaField form={form} name="reason" label={t('reason')} rows={3} maxLength={500} />
      </ActionForm>
    </Dialog>
  )
}
