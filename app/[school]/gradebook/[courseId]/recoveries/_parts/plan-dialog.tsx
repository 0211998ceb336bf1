'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { planRecoveryAction } from '../../../actions'
import type { RecoveryAt } from './recovery-list'

type Props = {
  school: string
  at: RecoveryAt
  enrollmentIds: readonly string[]
  title: string
  description?: string
  submit: string
  onClose: () => void
}

/** A day and a worksheet, for one student or for everybody who failed. */
export function PlanDialog({ school, at, enrollmentIds, title, description, submit, onClose }: Props) {
  const t = useTranslations('recoveries')
  const router = useRouter()
  const form = useActionForm({
    school,
    // One after the other: a recovery is a record of its own, and one that is refused keeps none of the others out.
    action: async (slug: string, input: unknown) => {
      let last = await planRecoveryAction(slug, { ...(input as object), enrollmentId: enrollmentIds[0] })
      for (const enrollmentId of enrollmentIds.slice(1)) {
        const next = await planRecoveryAction(slug, { ...(input as object), enrollmentId })
        if (last.ok) last = next
      }
      router.refresh()
      return last
    },
    initial: { heldOn: '', note: '' },
    toInput: (values) => ({ ...values, ...at }),
    success: t('planned', { count: enrollmentIds.length }),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      {...(description ? { description } : {})}
      width={460}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={submit} onCancel={onClose}>
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
