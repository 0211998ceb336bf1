'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { enrollmentKinds, shifts } from '@/lib/domain/enrollments/rules'
import { gradeLevels } from '@/lib/shared/grades'
import type { EditProps } from './edit'

export function EditForm({ school, enrollment, action, onDone }: EditProps & { onDone: () => void }) {
  const t = useTranslations('enrollments')
  const grades = useTranslations('grades.label')
  const router = useRouter()
  const { id, version, kind, gradeLevel, groupCode, shift, previousSchool } = enrollment
  const form = useActionForm({
    school,
    action,
    initial: {
      version,
      kind: kind as string,
      gradeLevel,
      groupCode: groupCode ?? '',
      shift: shift ?? '',
      previousSchool: previousSchool ?? '',
    },
    toInput: (values) => ({ enrollmentId: id, ...values }),
    success: t('edit.saved'),
    onSuccess: () => {
      onDone()
      router.refresh()
    },
  })
  return (
    <ActionForm form={form} submit={t('edit.save')} onCancel={onDone}>
      <SelectField
        form={form}
        name="kind"
        label={t('form.kind')}
        options={enrollmentKinds.map((code) => ({ value: code, label: t(`kind.${code}`) }))}
      />
      <SelectField
        form={form}
        name="gradeLevel"
        label={t('form.grade')}
        options={gradeLevels.map((code) => ({ value: code, label: grades(code) }))}
      />
      <TextField form={form} name="groupCode" label={t('form.group')} optional maxLength={10} />
      <SelectField
        form={form}
        name="shift"
        label={t('form.shift')}
        optional
        placeholder={t('form.noShift')}
        options={shifts.map((code) => ({ value: code, label: t(`shift.${code}`) }))}
      />
      <TextField form={form} name="previousSchool" label={t('form.previousSchool')} optional maxLength={255} />
    </ActionForm>
  )
}
