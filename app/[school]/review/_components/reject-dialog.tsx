'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { type RejectionCode, rejectionCodes } from '@/lib/domain/enrollments/documents/schema'
import type { ReviewItem } from './review-item'

type RejectDialogProps = {
  item: ReviewItem
  onClose: () => void
  onReject: (reason: { code: RejectionCode; note?: string }) => void
}

/** A number key chooses a reason, Enter sends it; a detail may be added in one's own words. */
export function RejectDialog({ item, onClose, onReject }: RejectDialogProps) {
  const t = useTranslations('review')
  const documents = useTranslations('documents')
  const [code, setCode] = useState<RejectionCode | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    if (!code || (code === 'other' && !note.trim())) return setMissing(true)
    onReject({ code, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  const press = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (!typing || event.ctrlKey || event.metaKey) && event.target instanceof HTMLElement) {
      if (event.target.closest('button')) return
      event.preventDefault()
      send()
    }
    const chosen = typing ? undefined : rejectionCodes[Number(event.key) - 1]
    if (!chosen) return
    event.preventDefault()
    setCode(chosen)
    if (chosen === 'other') document.getElementById('f-note')?.focus()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('rejectTitle', { document: item.name })}
      description={`${item.student} · ${t('rejectIntro')}`}
      width={560}
      footer={
        <Button variant="danger" onClick={send}>
          {t('confirmReject')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole dialog, each has its control inside */}
      <div className="grid gap-4" onKeyDown={press}>
        <fieldset className="grid gap-0.5">
          <legend className="mb-1 font-medium">{t('reason')}</legend>
          {rejectionCodes.map((reason, position) => (
            <label
              key={reason}
              className="check items-center rounded px-2 has-checked:bg-accent-soft hover:bg-surface-2"
            >
              <input
                type="radio"
                name="code"
                className="check-box mt-0!"
                checked={code === reason}
                // The first thing in a dialog, so that the number keys work at once.
                autoFocus={position === 0}
                onChange={() => setCode(reason)}
              />
              <span className="flex-1">{documents(`rejectionShort.${reason}`)}</span>
              <span className="not-lg:hidden">
                <Kbd>{String(position + 1)}</Kbd>
              </span>
            </label>
          ))}
        </fieldset>
        {code && code !== 'other' && <p className="text-muted">{documents(`rejection.${code}`)}</p>}
        <Field
          name="note"
          label={code === 'other' ? t('otherNote') : t('note')}
          optional={code !== 'other'}
          help={t('noteHelp')}
          error={missing ? (code ? documents('refusal.reasonRequired') : t('chooseReason')) : undefined}
        >
          <Textarea value={note} maxLength={400} rows={2} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
