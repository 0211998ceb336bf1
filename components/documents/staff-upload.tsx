'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { ActionResult } from '@/lib/platform/result'
import type { Answer, Ticket, UploadDoor, Verdict } from './send-document'
import { useUpload } from './use-upload'

type Act<T> = (school: string, input: unknown) => Promise<ActionResult<T>>
export type UploadActions = { offer: Act<Ticket>; confirm: Act<Verdict> }

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

function toAnswer<T>(result: ActionResult<T>): Answer<T> {
  if (result.ok) return result
  const { code, message, fields } = result.error
  return { ok: false, code, message: Object.values(fields ?? {})[0] ?? message }
}

type StaffUploadProps = {
  school: string
  documentId: string
  name: string
  /** Whether a file is there that this one takes the place of. */
  replaces: boolean
  actions: UploadActions
}

/** A paper that the family brought to the desk: the same way to the store as from the phone. */
export function StaffUpload({ school, documentId, name, replaces, actions }: StaffUploadProps) {
  const t = useTranslations('documents')
  const door = useMemo<UploadDoor>(
    () => ({
      register: async (id, facts) => toAnswer(await actions.offer(school, { documentId: id, ...facts })),
      finish: async (id, fileId) => toAnswer(await actions.confirm(school, { documentId: id, fileId })),
    }),
    [actions, school],
  )
  const { state, send } = useUpload(door, documentId)
  if (state.phase === 'busy' || state.phase === 'sent') {
    const step = state.phase === 'busy' ? state.step : null
    const percent = step?.at === 'sending' ? Math.round(step.part * 100) : step?.at === 'preparing' ? 0 : 100
    const text =
      step?.at === 'sending'
        ? t('upload.sending', { percent })
        : t(step ? `upload.${step.at as 'preparing' | 'checking'}` : 'upload.sent')
    return (
      <div aria-live="polite" className="w-full">
        <Progress value={percent} max={100} label={name} text={text} />
      </div>
    )
  }
  return (
    <>
      {state.phase === 'failed' && (
        <div role="alert" className="w-full rounded bg-warning-soft px-3 py-2 text-sm">
          <p>{state.message ?? t(`upload.${state.cause}`)}</p>
          {state.again && (
            <Button size="sm" className="mt-1" onClick={() => send(state.file)}>
              {t('upload.retry')}
            </Button>
          )}
        </div>
      )}
      <label className="btn btn-secondary btn-sm relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink">
        <Upload aria-hidden="true" />
        {replaces ? t('list.replace') : t('list.upload')}
        <input
          type="file"
          className="sr-only"
          accept={accepted}
          aria-label={`${replaces ? t('list.replace') : t('list.upload')}: ${name}`}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file chosen again must count as a change.
            event.target.value = ''
            if (file) send(file)
          }}
        />
      </label>
    </>
  )
}
