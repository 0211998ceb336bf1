'use client'

import { MessageSquareQuote } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { toast } from '@/components/ui/toast'
import { type Phrase, phraseKinds } from '@/lib/domain/gradebook/phrases/schema'
import { removePhraseAction, restorePhraseAction } from '../../actions'
import { EditPhrase } from './edit-phrase'

type Props = { school: string; phrases: readonly Phrase[]; subjects: Record<string, string> }

/** Kind by kind; what is taken out can be put back at once. */
export function PhraseList({ school, phrases, subjects }: Props) {
  const t = useTranslations('words')
  const router = useRouter()
  const { call, pending } = useCall()
  const [edited, setEdited] = useState<Phrase>()
  const restore = (phraseId: string) =>
    call(
      () => restorePhraseAction(school, { phraseId }),
      () => {
        toast({ tone: 'ok', text: t('school.restored') })
        router.refresh()
      },
    )
  const remove = (phraseId: string) =>
    call(
      () => removePhraseAction(school, { phraseId }),
      () => {
        toast({
          tone: 'ok',
          text: t('school.removed'),
          action: { label: t('school.undo'), onClick: () => restore(phraseId) },
        })
        router.refresh()
      },
    )
  if (phrases.length === 0)
    return (
      <EmptyState icon={<MessageSquareQuote aria-hidden="true" />} title={t('school.emptyTitle')}>
        {t('school.emptyText')}
      </EmptyState>
    )
  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={pending}>
      {phraseKinds
        .map((kind) => ({ kind, own: phrases.filter((phrase) => phrase.kind === kind) }))
        .filter(({ own }) => own.length > 0)
        .map(({ kind, own }) => (
          <Section key={kind} title={t(`kind.${kind}`)} bare>
            <ul className="card divide-y divide-border" aria-label={t(`kind.${kind}`)}>
              {own.map((phrase) => (
                <li key={phrase.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 p-4">
                  <p className="min-w-0 flex-[1_1_16rem]">
                    {phrase.text}
                    {phrase.subjectId && (
                      <span className="block text-sm text-muted">
                        {t('school.of', { subject: subjects[phrase.subjectId] ?? '' })}
                      </span>
                    )}
                  </p>
                  <span className="flex gap-2">
                    <Button
                      size="sm"
                      aria-label={t('school.editOf', { text: phrase.text })}
                      onClick={() => setEdited(phrase)}
                    >
                      {t('school.edit')}
                    </Button>
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={t('school.removeOf', { text: phrase.text })}
                      onClick={() => remove(phrase.id)}
                    >
                      {t('school.remove')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      {edited && <EditPhrase school={school} phrase={edited} onClose={() => setEdited(undefined)} />}
    </div>
  )
}
