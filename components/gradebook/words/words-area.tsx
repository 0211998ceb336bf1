'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '@/components/offline/new-key'
import type { Outbox, Snapshot } from '@/components/offline/outbox'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Textarea } from '@/components/ui/textarea'
import { MAX_WORDS } from '@/lib/domain/gradebook/comments/schema'
import { type WordsBody, type WordsOf, wordsCall, wordsKey } from './words-body'

const restMs = 1500

type WordsAreaProps = {
  of: WordsOf
  label: string
  initial: { text: string; version: number }
  outbox: Outbox
  state: Snapshot
  readOnly: boolean
  onFocus: (insert: (phrase: string) => void) => void
  rows?: number
}

/** One text about one student: saved by itself a moment after the last key, or when it is left. */
export function WordsArea({ of, label, initial, outbox, state, readOnly, onFocus, rows = 2 }: WordsAreaProps) {
  const t = useTranslations('words')
  const [text, setText] = useState(initial.text)
  const version = useRef(initial.version)
  const sent = useRef(initial.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const area = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(text)
  const ownKey = wordsKey(of)
  const item = state.items.find(({ key }) => key === ownKey)
  const { refusal } = item ?? {}

  const restored = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the device has said what it kept
  useEffect(() => {
    if (!state.loaded || restored.current) return
    restored.current = true
    if (!item) return
    const kept = (item.body as WordsBody).text
    sent.current = kept
    latest.current = kept
    setText(kept)
  }, [state.loaded])
  useEffect(
    () =>
      outbox.onSaved(({ call, answer }) => {
        if (call.key === ownKey) version.current = (answer as { version: number }).version
      }),
    [outbox, ownKey],
  )
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = () => {
    clearTimeout(timer.current)
    if (latest.current === sent.current) return
    sent.current = latest.current
    outbox.put({ ...wordsCall(of, latest.current, version.current), idempotencyKey: newKey() })
  }
  const write = (next: string) => {
    latest.current = next
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(send, restMs)
  }
  const insert = (phrase: string) => {
    const own = area.current
    const [from, to] = own ? [own.selectionStart, own.selectionEnd] : [latest.current.length, latest.current.length]
    const before = latest.current.slice(0, from)
    const gap = before === '' || /\s$/.test(before) ? '' : ' '
    write((before + gap + phrase + latest.current.slice(to)).slice(0, MAX_WORDS))
    own?.focus()
  }
  const current = refusal?.kind === 'conflict' ? (refusal.current as { text: string; version: number }) : null
  const settle = (keep: string) => {
    if (!current) return
    outbox.remove(ownKey)
    version.current = current.version
    latest.current = keep
    sent.current = current.text
    setText(keep)
    send()
  }

  return (
    <div>
      <Textarea
        ref={area}
        aria-label={label}
        rows={rows}
        value={text}
        maxLength={MAX_WORDS}
        readOnly={readOnly}
        aria-invalid={refusal ? true : undefined}
        onFocus={() => onFocus(insert)}
        onChange={(event) => write(event.target.value)}
        onBlur={send}
      />
      <p className="nums mt-1 flex justify-between text-xs text-muted">
        <span>{item && !refusal ? t(state.offline ? 'offline' : 'pending') : ''}</span>
        <span className={text.length > MAX_WORDS * 0.9 ? 'text-warning' : undefined}>
          {t('length', { length: text.length, max: MAX_WORDS })}
        </span>
      </p>
      {current && (
        <Callout
          tone="warning"
          live
          title={t('conflict')}
          actions={
            <>
              <Button size="sm" onClick={() => settle(latest.current)}>
                {t('keepMine')}
              </Button>
              <Button size="sm" onClick={() => settle(current.text)}>
                {t('takeTheirs')}
              </Button>
            </>
          }
        >
          {current.text || t('blank')}
        </Callout>
      )}
      {refusal?.kind === 'error' && (
        <Callout
          tone="danger"
          live
          actions={
            <Button size="sm" onClick={() => outbox.retry(ownKey)}>
              {t('retry')}
            </Button>
          }
        >
          {refusal.reason}
        </Callout>
      )}
    </div>
  )
}
