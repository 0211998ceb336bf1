'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Option } from '@/components/ui/select'
import { addCourseAction } from './actions'

type Props = { school: string; groupId: string; name: string; subjects: readonly Option[] }

export function AddCourse(props: Props) {
  const t = useTranslations('courses')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('add')}</Button>
      {open && <AddDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ school, groupId, name, subjects, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('courses')
  const form = useActionForm({
    school,
    action: addCourseAction,
    initial: { subjectId: '', weeklyHours: '1' },
    toInput: ({ subjectId, weeklyHours }) => ({
      classGroupId: groupId,
      subjectId,
      weeklyHours: weeklyHours.replace(',', '.'),
    }),
    success: t('added'),
    onSuccess: onClose,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('addTo', { group: name })} width={460} locked={form.dirty}>
      <ActionForm form={form} submit={t('add')} onCancel={onClose}>
        <SelectField
          form={form}
          name="subjectId"
          label={t('subject')}
          help={t('subjectHelp')}
          placeholder="—"
          options={[...subjects]}
        />
        <TextField form={form} name="weeklyHours" label={t('hoursLabel')} inputMode="decimal" maxLength={5} />
      </ActionForm>
    </Dialog>
  )
}
