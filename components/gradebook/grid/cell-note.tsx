'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { showCell } from '@/lib/domain/gradebook/scores/rules'
import type { GridData } from './grid-data'
import type { GridStore, Place } from './store'

type CellNoteProps = {
  data: GridData
  store: GridStore
  at: Place
  comma: boolean
  onDone: () => void
  onDiscard: (at: Place) => void
}

/** What is the matter with the focused cell, in words, and what can be done about it. */
export function CellNote({ data, store, at, comma, onDone, onDiscard }: CellNoteProps) {
  const t = useTranslations('scoreGrid')
  const row = useSyncExternalStore(
    store.subscribe,
    () => store.row(at.row),
    () => store.row(at.row),
  )
  const cell = row?.cells[at.column]
  const state = cell?.state
  const where = `${data.students[at.row]?.name} · ${data.activities[at.column]?.title}`
  const { min, max, decimals } = data.rules.scale
  const figure = (text: string) => (comma ? text.replace('.', ',') : text)
  const done = (act: () => void) => () => {
    act()
    onDone()
  }
  return (
    <div aria-live="polite" className="empty:hidden">
      {state?.is === 'invalid' && (
        <Callout tone="danger" title={where}>
          {t(`problem.${state.problem}`, { text: state.text, min: figure(min), max: figure(max), decimals })}
        </Callout>
      )}
      {state?.is === 'error' && (
        <Callout
          tone="danger"
          title={where}
          actions={
            <>
              <Button size="sm" onClick={done(() => store.retry(at))}>
                {t('retry')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => onDiscard(at)}>
                {t('discard')}
              </Button>
            </>
          }
        >
          {state.reason === 'withdrawn' || state.reason === 'not_found' ? t(`refused.${state.reason}`) : state.reason}
        </Callout>
      )}
      {state?.is === 'conflict' && cell && (
        <Callout
          tone="warning"
          title={where}
          actions={
            <>
              <Button size="sm" onClick={done(() => store.keepMine(at))}>
                {t('keepMine', { value: showCell(cell.value, comma, decimals) || t('blank') })}
              </Button>
              <Button size="sm" onClick={done(() => store.takeTheirs(at))}>
                {t('takeTheirs', { value: showCell(state.theirs, comma, decimals) || t('blank') })}
              </Button>
            </>
          }
        >
          {t('conflict', { name: state.theirs.by ?? t('somebody') })}
        </Callout>
      )}
    </div>
  )
}
