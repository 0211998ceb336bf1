'use client'

import { Camera, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { type UploadState, useUpload } from '@/components/documents/use-upload'
import { Button } from '@/components/ui/button'
import { familyUpload } from './family-api'
import type { UploadTexts } from './upload-texts'

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

type PhoneUploadProps = { documentId: string; name: string; again: boolean; texts: UploadTexts }

/** Camera or file, how far it is, and what to do when it did not work: the picked file is kept for another try. */
export function PhoneUpload({ documentId, name, again, texts }: PhoneUploadProps) {
  const { state, send } = useUpload(familyUpload, documentId)
  const busy = state.phase === 'busy' || state.phase === 'sent'
  return (
    <div className="grid gap-2">
      <div aria-live="polite" className="grid gap-2 empty:hidden">
        {busy && <Advance state={state} name={name} texts={texts} />}
        {state.phase === 'failed' && (
          <div className="rounded bg-warning-soft px-3 py-2">
            <p>{explain(state, texts)}</p>
            {state.again && (
              <Button variant="primary" size="lg" className="mt-2 w-full" onClick={() => send(state.file)}>
                {texts.retry}
              </Button>
            )}
          </div>
        )}
      </div>
      {!busy && (
        <div className="flex flex-wrap gap-2">
          <Pick name={name} capture tone="btn-primary" icon={<Camera aria-hidden="true" />} onFile={send}>
            {again ? texts.photoAgain : texts.photo}
          </Pick>
          <Pick name={name} tone="btn-secondary" icon={<FileText aria-hidden="true" />} onFile={send}>
            {again ? texts.fileAgain : texts.file}
          </Pick>
        </div>
      )}
    </div>
  )
}

function explain(state: Extract<UploadState, { phase: 'failed' }>, texts: UploadTexts): string {
  if (state.code === 'link_unavailable') return texts.reopen
  return state.message ?? texts[state.cause]
}

function Advance({ state, name, texts }: { state: UploadState; name: string; texts: UploadTexts }) {
  const step = state.phase === 'busy' ? state.step : null
  const part = step?.at === 'sending' ? step.part : step?.at === 'preparing' ? 0 : 1
  const percent = Math.round(part * 100)
  const text =
    step?.at === 'sending'
      ? texts.sending.replace('{percent}', String(percent))
      : step
        ? texts[step.at as 'preparing' | 'checking']
        : texts.sent
  return (
    <>
      <p className="nums font-medium">{text}</p>
      <div
        role="progressbar"
        aria-label={name}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2 overflow-hidden rounded-full bg-surface-2"
      >
        <div className="h-full rounded-full bg-accent-ink transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </>
  )
}

type PickProps = {
  name: string
  capture?: boolean
  tone: string
  icon: ReactNode
  onFile: (file: File) => void
  children: string
}

/** The browser's own file field, as a button large enough for a thumb. */
function Pick({ name, capture, tone, icon, onFile, children }: PickProps) {
  return (
    <label
      className={`btn btn-lg ${tone} relative flex-auto basis-28 px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink`}
    >
      {icon}
      {children}
      <input
        type="file"
        className="sr-only"
        aria-label={`${children}: ${name}`}
        {...(capture ? { accept: 'image/*', capture: 'environment' as const } : { accept: accepted })}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file chosen again must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
