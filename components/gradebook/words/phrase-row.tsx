'use client'

import { useTranslations } from 'next-intl'
import type { Phrase } from '@/lib/domain/gradebook/phrases/schema'

/** On a phone the bank is far below: its phrases stand in a row under the text that is being written. */
export function PhraseRow({ phrases, onPick }: { phrases: readonly Phrase[]; onPick: (phrase: Phrase) => void }) {
  const t = useTranslations('words')
  if (phrases.length === 0) return null
  return (
    <ul className="mt-1 flex gap-2 overflow-x-auto pb-1 lg:hidden" aria-label={t('phrases')}>
      {phrases.map((phrase) => (
        <li key={phrase.id} className="flex-none">
          <button
            type="button"
            className="hit max-w-60 truncate rounded border border-border px-3 py-2 text-sm"
            // The text that is being written keeps its caret.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(phrase)}
          >
            {phrase.text}
          </button>
        </li>
      ))}
    </ul>
  )
}
