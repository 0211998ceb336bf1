'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { OutboxStatus } from '@/components/offline/outbox-status'
import { useOutbox } from '@/components/offline/use-outbox'
import { Section } from '@/components/ui/card'
import type { Phrase } from '@/lib/domain/gradebook/phrases/schema'
import { type PhraseActions, PhraseBank } from './phrase-bank'
import { PhraseRow } from './phrase-row'
import { WordsArea } from './words-area'
import { rebaseWords, type WordsOf, wordsKey } from './words-body'

const kind = { name: 'gradebook-words', rebase: rebaseWords }

export type WordsStudent = {
  id: string
  name: string
  note?: string
  readOnly: boolean
  texts: { of: WordsOf; label: string; text: string; version: number }[]
}

type WordsSheetProps = {
  school: string
  students: readonly WordsStudent[]
  phrases: readonly Phrase[]
  subjectId?: string
  writes: boolean
  actions: PhraseActions
}

/** Students with their texts, and beside them the phrases to write them with. */
export function WordsSheet({ school, students, phrases: given, subjectId, writes, actions }: WordsSheetProps) {
  const t = useTranslations('words')
  const { outbox, state } = useOutbox(kind)
  const [phrases, setPhrases] = useState<readonly Phrase[]>(given)
  const [writing, setWriting] = useState<string>()
  const insert = useRef<((phrase: string) => void) | null>(null)
  const pick = (phrase: Phrase | undefined) => phrase && insert.current?.(phrase.text)
  const onKeyDown = (event: KeyboardEvent) => {
    const number = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (!event.altKey || !number || !(event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    pick(phrases[Number(number) - 1])
  }
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <p className="mb-2 min-h-5">
          <OutboxStatus outbox={outbox} state={state} />
        </p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the texts inside */}
        <div className="card divide-y divide-border" onKeyDown={onKeyDown}>
          {students.map((student) => (
            <section key={student.id} className="grid gap-3 p-4" aria-label={student.name}>
              <h2 className="font-semibold">
                {student.name} {student.note && <span className="font-normal text-muted">· {student.note}</span>}
              </h2>
              {student.texts.map(({ of, label, text, version }) => (
                <div key={wordsKey(of)}>
                  {student.texts.length > 1 && <p className="mb-1 text-sm font-medium">{label}</p>}
                  <WordsArea
                    of={of}
                    label={`${label}: ${student.name}`}
                    initial={{ text, version }}
                    outbox={outbox}
                    state={state}
                    readOnly={!writes || student.readOnly}
                    onFocus={(put) => {
                      insert.current = put
                      setWriting(wordsKey(of))
                    }}
                  />
                  {writes && writing === wordsKey(of) && <PhraseRow phrases={phrases} onPick={pick} />}
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
      {writes && (
        <div className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-auto">
          <Section title={t('phrases')} intro={t('phrasesIntro')}>
            <PhraseBank
              school={school}
              phrases={phrases}
              {...(subjectId ? { subjectId } : {})}
              actions={actions}
              onPick={pick}
              onChange={setPhrases}
            />
          </Section>
        </div>
      )}
    </div>
  )
}
