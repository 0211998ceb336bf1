'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { type Phrase, phraseKinds } from '@/lib/domain/gradebook/phrases/schema'
import type { ActionResult } from '@/lib/platform/result'

export type PhraseActions = {
  create: (school: string, input: unknown) => Promise<ActionResult<{ id: string; version: number }>>
  remove: (school: string, input: unknown) => Promise<ActionResult<{ id: string }>>
}

type PhraseBankProps = {
  school: string
  phrases: readonly Phrase[]
  subjectId?: string
  actions: PhraseActions
  onPick: (phrase: Phrase) => void
  onChange: (phrases: Phrase[]) => void
}

/** The first nine have a key: Alt and their number put them where one is writing. */
export function PhraseBank({ school, phrases, subjectId, actions, onPick, onChange }: PhraseBankProps) {
  const t = useTranslations('words')
  const { call, pending } = useCall()
  const [kind, setKind] = useState<(typeof phraseKinds)[number]>('strength')
  const [text, setText] = useState('')
  const add = () =>
    call(
      () => actions.create(school, { kind, text, ...(subjectId ? { subjectId } : {}) }),
      ({ id, version }) => {
        onChange([...phrases, { id, kind, text: text.trim(), shared: false, subjectId: subjectId ?? null, version }])
        setText('')
      },
    )
  const drop = (phrase: Phrase) =>
    call(
      () => actions.remove(school, { phraseId: phrase.id }),
      () => onChange(phrases.filter(({ id }) => id !== phrase.id)),
    )
  return (
    <div className="grid gap-4">
      {phrases.length === 0 && <p className="text-muted">{t('phrasesEmpty')}</p>}
      <ol className="grid gap-2">
        {phrases.map((phrase, index) => (
          <li key={phrase.id} className="flex items-start gap-2">
            <button
              type="button"
              className="hit flex-1 rounded border border-border px-3 py-2 text-left hover:bg-surface-2"
              // The text that is being written keeps its caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(phrase)}
            >
              <span className="block text-xs text-muted">
                {t(`kind.${phrase.kind}`)} {phrase.shared && `· ${t('shared')}`}
              </span>
              {phrase.text}
            </button>
            {index < 9 && (
              <span className="flex-none max-lg:hidden">
                <Kbd>{`Alt ${index + 1}`}</Kbd>
              </span>
            )}
            {!phrase.shared && <Chip label={t('remove')} onRemove={() => drop(phrase)} />}
          </li>
        ))}
      </ol>
      <div className="grid gap-2 border-t border-border pt-3">
        <Field name="phrase.kind" label={t('phraseKind')}>
          <Select
            value={kind}
            options={phraseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          />
        </Field>
        <Field name="phrase.text" label={t('phraseText')}>
          <Textarea rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button className="justify-self-start" loading={pending} disabled={text.trim() === ''} onClick={add}>
          {t('phraseAdd')}
        </Button>
      </div>
    </div>
  )
}
