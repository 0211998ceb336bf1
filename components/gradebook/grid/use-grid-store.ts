'use client'

import { useEffect, useMemo, useRef } from 'react'
import { clearDraft, draftKey, readDraft, writeDraft } from '@/components/layout/draft-store'
import { useWhereabouts } from '@/components/layout/person-context'
import { newKey } from '@/components/offline/new-key'
import { useOutbox } from '@/components/offline/use-outbox'
import type { SavedScores } from '@/lib/domain/gradebook/scores/schema'
import type { GridData } from './grid-data'
import { keyPrefix, rebaseScores, type ScoreBody } from './saving'
import { createGridStore, type GridStore, type Unsent } from './store'

const kind = { name: 'gradebook', rebase: rebaseScores }

/** The grid's cells, tied to the device's queue: what is typed goes there, what the server says comes back. */
export function useGridStore(data: GridData, comma: boolean) {
  const { outbox, state } = useOutbox(kind)
  const store = useMemo(
    () =>
      createGridStore({
        ...data.course,
        scale: data.rules.scale,
        comma,
        activities: data.activities,
        students: data.students,
        send: (call) => outbox.put({ ...call, idempotencyKey: newKey() }),
      }),
    [data, comma, outbox],
  )
  const prefix = keyPrefix(data.course)
  const restored = useRef<unknown>(null)
  useEffect(
    () => outbox.onSaved(({ call, answer }) => store.saved(call.body as ScoreBody, (answer as SavedScores).cells)),
    [outbox, store],
  )
  useEffect(() => {
    const own = state.items.filter(({ key }) => key.startsWith(prefix))
    if (state.loaded && restored.current !== store) {
      restored.current = store
      for (const { body } of own) store.restore(body as ScoreBody)
    }
    // They stay in the queue, so that a reload does not lose them; the next call of their column takes them along.
    for (const { body, refusal } of own) if (refusal) store.refused(body as ScoreBody, refusal.reason)
  }, [state, store, prefix])
  useUnsent(store, data.course)
  return { store, outbox, state }
}

/** What cannot be saved as it was typed stays on the device as well, until it is mended. */
function useUnsent(store: GridStore, { courseId, periodId }: GridData['course']) {
  const { school, person } = useWhereabouts()
  const key = draftKey(school, person?.id, `scores:${courseId}:${periodId}`)
  useEffect(() => {
    const kept = readDraft(localStorage, key) as { cells?: Unsent[] } | undefined
    if (kept?.cells) store.recall(kept.cells)
    let before = ''
    return store.subscribe(() => {
      const cells = store.unsent()
      const text = JSON.stringify(cells)
      if (text === before) return
      before = text
      if (cells.length > 0) writeDraft(localStorage, key, { cells })
      else clearDraft(localStorage, key)
    })
  }, [store, key])
}
