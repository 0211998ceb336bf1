'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import { Input } from '@/components/ui/input'
import { normalizeSearch } from '@/lib/shared/search-text'

type StudentJumpProps = {
  names: readonly string[]
  input: RefObject<HTMLInputElement | null>
  onJump: (row: number) => void
}

/** Typing a part of a name leads to its row: a hundred students are a hundred arrows otherwise. */
export function StudentJump({ names, input, onJump }: StudentJumpProps) {
  const t = useTranslations('scoreGrid')
  const [text, setText] = useState('')
  const words = normalizeSearch(text).split(' ').filter(Boolean)
  const found = names.flatMap((name, row) => {
    const own = normalizeSearch(name)
    return words.length > 0 && words.every((word) => own.includes(word)) ? [row] : []
  })
  const [first] = found
  return (
    <div className="relative">
      <Input
        ref={input}
        type="search"
        value={text}
        aria-label={t('find')}
        placeholder={t('find')}
        autoComplete="off"
        aria-describedby="student-jump"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || first === undefined) return
          event.preventDefault()
          setText('')
          onJump(first)
        }}
      />
      <p
        id="student-jump"
        role="status"
        className="absolute top-full left-0 z-10 mt-1 rounded bg-surface px-2 py-1 text-xs whitespace-nowrap text-muted shadow-float empty:hidden"
      >
        {words.length > 0 &&
          (first === undefined ? t('findNone') : t('findGo', { name: names[first] ?? '', count: found.length }))}
      </p>
    </div>
  )
}
