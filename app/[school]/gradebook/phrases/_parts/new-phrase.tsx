'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { phraseKinds } from '@/lib/domain/gradebook/phrases/schema'
import { createPhraseAction } from '../../actions'

type Props = { school: string; subjects: { value: string; label: string }[] }

export function NewPhrase(props: Props) {
  const t = useTranslations('words')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t('school.new')}
      </Button>
      {open && <NewPhraseDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function NewPhraseDialog({ school, subjects, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('words')
  const router = useRouter()
  const form = useActionForm({
    school,
    action: createPhraseAction,
    initial: { kind: 'strength', subjectId: '', text: '' },
    toInput: ({ subjectId, ...values }) => ({ ...values, subjectId: subjectId || null, shared: true }),
    success: t('school.added'),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('school.new')} width={520} locked={form.dirty}>
      <ActionForm form={form} submit={t('school.add')} onCancel={onClose}>
        <SelectField
          form={form}
          name="kind"
          label={t('school.kind')}
          options={phraseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectField
          form={form}
          name="subjectId"
          label={t('school.subject')}
          options={[{ value: '', label: t('school.everySubject') }, ...subjects]}
        />
        <TextareaField form={form} name="text" label={t('school.text')} rows={4} maxLength={1000} />
      </ActionForm>
    </Dialog>
  )
}
