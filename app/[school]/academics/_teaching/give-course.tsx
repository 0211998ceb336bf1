'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, RadioField, SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/select'
import { assignmentRoles } from '@/lib/domain/academics/courses/schema'
import { assignTeacherAction } from './actions'

type Props = {
  school: string
  course: { id: string; name: string }
  teachers: readonly Option[]
  first: string
  span: { min: string; max: string }
}

export function GiveCourse(props: Props) {
  const t = useTranslations('courses')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('handOver')}</Button>
      {open && <GiveDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function GiveDialog({ school, course, teachers, first, span, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('courses')
  const form = useActionForm({
    school,
    action: assignTeacherAction,
    initial: { teacherId: '', role: 'main', validFrom: first, validTo: '', reason: '' },
    toInput: ({ validTo, ...values }) => ({
      courseOfferingId: course.id,
      ...values,
      ...(values.role === 'main' ? {} : { validTo }),
    }),
    success: ({ clashes }) =>
      clashes.length > 0 ? `${t('given')} ${t('clashes', { count: clashes.length })}` : t('given'),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('giveTitle', { course: course.name })}
      description={t('giveText')}
      width={520}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('give')} onCancel={onClose}>
        <SelectField
          form={form}
          name="teacherId"
          label={t('teacher')}
          placeholder={t('choose')}
          options={[...teachers]}
        />
        <RadioField
          form={form}
          name="role"
          label={t('roleLabel')}
          inline
          options={assignmentRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <DayField form={form} name="validFrom" label={t('since')} {...span} />
        {form.values.role !== 'main' && <DayField form={form} name="validTo" label={t('lastDay')} optional {...span} />}
        <TextField form={form} name="reason" label={t('reason')} optional maxLength={500} />
      </ActionForm>
    </Dialog>
  )
}
