'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { toast } from '@/components/ui/toast'
import type { RejectDocumentInput, rejectedDocument, reviewedDocument } from '@/lib/domain/enrollments/documents/schema'
import type { ActionResult } from '@/lib/platform/result'
import type { ReviewItem } from './review-item'

type Act<T> = (school: string, input: unknown) => Promise<ActionResult<T>>
type Reviewed = z.output<typeof reviewedDocument>
type Rejected = z.output<typeof rejectedDocument>

export type DeskActions = { validate: Act<Reviewed>; reopen: Act<Reviewed>; reject: Act<Rejected> }
export type PassOn = Extract<Rejected['notice'], { kind: 'copy' }>

const keyOf = (item: { documentId: string; version: number }) => `${item.documentId} ${item.version}`

/**
 * The queue while somebody works through it: what was decided leaves at once, the next one comes up, and what the server
 * refuses comes back with the reason. Keys are id and version, so that a document that changes returns by itself.
 */
export function useDesk(school: string, all: ReviewItem[], actions: DeskActions, selected: string | undefined) {
  const t = useTranslations('review')
  const router = useRouter()
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const [currentId, setCurrentId] = useState(selected)
  const [passOn, setPassOn] = useState<PassOn | null>(null)
  const items = useMemo(() => all.filter((item) => !decided.has(keyOf(item))), [all, decided])
  const found = items.findIndex((item) => item.documentId === currentId)
  const index = found < 0 ? 0 : found
  const current = items[index]

  const select = (item: ReviewItem | undefined) => item && setCurrentId(item.documentId)

  function leave(item: ReviewItem) {
    const next = items[index + 1] ?? items[index - 1]
    setDecided((before) => new Set(before).add(keyOf(item)))
    if (item.documentId === current?.documentId) setCurrentId(next?.documentId)
  }

  function bringBack(item: ReviewItem, message: string, gone: boolean) {
    toast({ tone: 'warning', text: `${item.student} · ${item.name}`, detail: message, duration: 8_000 })
    if (gone) return router.refresh()
    setDecided((before) => {
      const rest = new Set(before)
      rest.delete(keyOf(item))
      return rest
    })
    setCurrentId(item.documentId)
  }

  /** A refusal comes back; a connection that is gone does too. */
  async function ask<T>(item: ReviewItem, work: Promise<ActionResult<T>>): Promise<T | null> {
    const result = await work.catch(() => null)
    if (result?.ok) return result.data
    const lost = result?.error.code === 'conflict' || result?.error.code === 'not_found'
    bringBack(item, result?.error.message ?? t('offline'), lost)
    return null
  }

  async function accept(item: ReviewItem) {
    leave(item)
    const { documentId, version } = item
    const done = await ask(item, actions.validate(school, { documentId, version }))
    if (!done) return
    toast({
      tone: 'ok',
      text: t('accepted', { document: item.name, student: item.student }),
      action: { label: t('undo'), onClick: () => void undo(item, done.version) },
    })
    if (done.enrollment.missingCount === 0 && done.enrollment.status === 'in_review')
      toast({
        tone: 'info',
        text: t('allAccepted', { student: item.student }),
        action: {
          label: t('goEnroll'),
          onClick: () => router.push(`/${school}/enrollments/${item.enrollmentId}`),
        },
      })
  }

  async function undo(item: ReviewItem, version: number) {
    const back = await ask(item, actions.reopen(school, { documentId: item.documentId, version }))
    if (!back) return
    setCurrentId(item.documentId)
    toast({ tone: 'info', text: t('undone') })
    router.refresh()
  }

  async function reject(item: ReviewItem, reason: Pick<RejectDocumentInput, 'code' | 'note'>) {
    leave(item)
    const { documentId, version } = item
    const done = await ask(item, actions.reject(school, { documentId, version, ...reason }))
    if (!done) return
    if (done.notice.kind === 'copy') return setPassOn(done.notice)
    if (done.notice.kind === 'nobody') return toast({ tone: 'warning', text: t('nobody') })
    toast({ tone: 'ok', text: t('mailed', { guardian: done.notice.guardian }) })
  }

  return {
    items,
    index,
    current,
    select,
    step: (by: number) => select(items[Math.min(items.length - 1, Math.max(0, index + by))]),
    accept,
    reject,
    passOn,
    endPassOn: () => setPassOn(null),
  }
}
