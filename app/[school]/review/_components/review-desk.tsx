'use client'

import { ArrowLeft, Check, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { DataPanel } from './data-panel'
import { DocumentView } from './document-view'
import { QueueList } from './queue-list'
import type { ReviewItem } from './review-item'
import { type DeskActions, useDesk } from './use-desk'
import { useDeskKeys } from './use-desk-keys'

const rejectDialog = () => import('./reject-dialog')
const RejectDialog = dynamic(() => rejectDialog().then((module) => module.RejectDialog), { loading: () => null })
const PassOnDialog = dynamic(() => import('./pass-on-dialog').then((module) => module.PassOnDialog), {
  loading: () => null,
})

type ReviewDeskProps = {
  school: string
  /** The items as JSON: as values each of them would be looked at on its way to the browser. */
  packed: string
  /** Whether the server has more than it sent. */
  more: boolean
  mayDecide: boolean
  selected: string | undefined
  actions: DeskActions
}

function KeyHints({ decides }: { decides: boolean }) {
  const t = useTranslations('review')
  const hints = [
    ...(decides
      ? ([
          ['A', t('keyAccept')],
          ['R', t('keyReject')],
        ] as const)
      : []),
    ['J', t('keyNext')],
    ['K', t('keyPrevious')],
    ['+', t('keyZoom')],
    ['G', t('keyRotate')],
  ] as const
  return (
    <ul aria-label={t('keys')} className="mt-3 grid gap-1 text-sm text-muted not-lg:hidden pointer-coarse:hidden">
      {hints.map(([key, does]) => (
        <li key={key} className="flex items-center gap-2">
          <Kbd>{key}</Kbd>
          {does}
        </li>
      ))}
    </ul>
  )
}

/** The queue, the document and the data side by side; on a phone one after the other. */
export function ReviewDesk({ school, packed, more, mayDecide, selected, actions }: ReviewDeskProps) {
  const all = useMemo(() => JSON.parse(packed) as ReviewItem[], [packed])
  const t = useTranslations('review')
  const router = useRouter()
  const desk = useDesk(school, all, actions, selected)
  const { current, items } = desk
  const [rejecting, setRejecting] = useState<ReviewItem | null>(null)
  // On a phone the list stands alone until one is opened.
  const [opened, setOpened] = useState(Boolean(selected))
  const decides = mayDecide && current !== undefined
  useDeskKeys({
    accept: () => decides && desk.accept(current),
    reject: () => decides && setRejecting(current),
    step: desk.step,
    paused: rejecting !== null || desk.passOn !== null,
  })
  // Whoever types R and the number of a reason at once must not be faster than the dialog.
  useEffect(() => {
    if (mayDecide) void rejectDialog()
  }, [mayDecide])
  const short = items.length < 10
  useEffect(() => {
    if (short && more) router.refresh()
  }, [short, more, router])
  useEffect(() => {
    if (items.length === 0 && !desk.passOn) router.refresh()
  }, [items.length, desk.passOn, router])

  return (
    <div className="mt-4 grid gap-4 lg:grid-cols-[16rem_minmax(0,1fr)_19rem] lg:items-start">
      <div className={opened ? 'not-lg:hidden' : ''}>
        <QueueList
          items={items}
          currentId={current?.documentId}
          onSelect={(item) => {
            desk.select(item)
            setOpened(true)
          }}
        />
        {more && <p className="mt-2 text-sm text-muted">{t('more')}</p>}
        <KeyHints decides={mayDecide} />
      </div>
      {current && (
        <>
          <div className={opened ? 'min-w-0' : 'min-w-0 not-lg:hidden'}>
            <Button
              variant="ghost"
              className="mb-2 lg:hidden"
              icon={<ArrowLeft aria-hidden="true" />}
              onClick={() => setOpened(false)}
            >
              {t('backToList')}
            </Button>
            <DocumentView
              key={current.file.id}
              url={`/${school}/review/files/${current.documentId}?file=${current.file.id}`}
              name={current.name}
              contentType={current.file.contentType}
            />
          </div>
          <div className={`grid gap-3 not-lg:pb-20 ${opened ? '' : 'not-lg:hidden'}`}>
            <DataPanel school={school} item={current} />
            {mayDecide ? (
              <div className="flex gap-2 not-lg:fixed not-lg:inset-x-0 not-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] not-lg:z-10 not-lg:border-t not-lg:border-border not-lg:bg-surface not-lg:p-3 lg:order-first">
                <Button
                  size="lg"
                  className="min-w-0 flex-1 px-2"
                  icon={<X aria-hidden="true" />}
                  onClick={() => setRejecting(current)}
                >
                  {t('reject')}
                  <span className="not-lg:hidden">
                    <Kbd>R</Kbd>
                  </span>
                </Button>
                <Button
                  variant="primary"
                  size="lg"
                  className="min-w-0 flex-1 px-2"
                  icon={<Check aria-hidden="true" />}
                  onClick={() => desk.accept(current)}
                >
                  {t('accept')}
                  <span className="not-lg:hidden">
                    <Kbd>A</Kbd>
                  </span>
                </Button>
              </div>
            ) : (
              <p className="text-sm text-muted">{t('readOnly')}</p>
            )}
          </div>
        </>
      )}
      {rejecting && (
        <RejectDialog
          item={rejecting}
          onClose={() => setRejecting(null)}
          onReject={(reason) => {
            setRejecting(null)
            desk.reject(rejecting, reason)
          }}
        />
      )}
      {desk.passOn && <PassOnDialog notice={desk.passOn} onClose={desk.endPassOn} />}
    </div>
  )
}
