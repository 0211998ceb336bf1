'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { Phrase } from '@/lib/domain/gradebook/phrases/schema'
import { updatePhraseAction } from '../../actions'

type Props = { school: string; phrase: Phrase; onClose: () => void }

export function EditPhrase({ school, phrase, onClose }: Props) {
  const t = useTranslations('words')
  const router = useRouter()
  const form = useActionForm({
    school,
    action: updatePhraseAction,
    initial: { phraseId: phrase.id, version: phrase.version, text: phrase.text },
    success: t('school.saved'),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('school.editTitle')} width={520} locked={form.dirty}>
      <ActionForm form={form} submit={t('school.save')} onCancel={onClose}>
        <TextareaField form={form} name="text" label={t('school.text')} rows={4} maxLength={1000} />
      </ActionForm>
    </Dialog>
  )
}
