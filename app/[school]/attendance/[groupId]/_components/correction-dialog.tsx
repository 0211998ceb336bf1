'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { attendanceStatuses } from '@/lib/domain/attendance/schema'
import type { ActionResult } from '@/lib/platform/result'
import type { Line } from './use-roll'

type CorrectionDialogProps = {
  line: Line
  school: string
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  onClose: () => void
}

/** After the teacher's window: what it should say, and why; a coordinator decides. */
export function CorrectionDialog({ line, school, action, onClose }: CorrectionDialogProps) {
  const t = useTranslations('roll')
  const router = useRouter()
  const options = attendanceStatuses
    .filter((status) => status !== line.status)
    .map((status) => ({ value: status, label: t(`status.${status}`) }))
  const form = useActionForm({
    school,
    action,
    initial: { wantedStatus: options[0]?.value ?? 'present', reason: '' },
    toInput: (values) => ({ ...values, recordId: line.recordId }),
    success: t('correctionSent'),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('correctionTitle', { name: line.name })}
      description={t('correctionText', { status: t(`status.${line.status}`) })}
      width={480}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('correctionSubmit')} onCancel={onClose}>
        <SelectField form={form} name="wantedStatus" label={t('correctionWanted')} options={options} />
        <TextareaField form={form} name="reason" label={t('correctionReason')} rows={3} />
      </ActionForm>
    </Dialog>
  )
}
