'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/select'
import type { GroupStudent } from '@/lib/domain/academics/placements/schema'
import { today } from '@/lib/shared/dates'
import { movePlacementAction } from './actions'
import type { RosterGroup } from './roster'

type Props = {
  school: string
  group: RosterGroup
  student: GroupStudent
  others: readonly Option[]
  onClose: () => void
}

export function MoveDialog({ school, group, student, others, onClose }: Props) {
  const t = useTranslations('placements')
  const now = today()
  const first = now < student.validFrom ? student.validFrom : now
  const { enrollmentId, fullName: name } = student
  const form = useActionForm({
    school,
    action: movePlacementAction,
    initial: { classGroupId: others.length === 1 ? (others[0]?.value ?? '') : '', validFrom: first, reason: '' },
    toInput: (values) => ({ enrollmentId, ...values }),
    success: ({ groupCode }) => t('moved', { name, group: groupCode ?? '' }),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('moveTitle', { name })}
      description={t('moveText', { group: group.name })}
      width={500}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('move')} onCancel={onClose}>
        <SelectField
          form={form}
          name="classGroupId"
          label={t('to')}
          placeholder={t('chooseGroup')}
          options={[...others]}
        />
        <DayField form={form} name="validFrom" label={t('from')} min={student.validFrom} max={first} />
        <TextField form={form} name="reason" label={t('reason')} maxLength={500} />
      </ActionForm>
    </Dialog>
  )
}
