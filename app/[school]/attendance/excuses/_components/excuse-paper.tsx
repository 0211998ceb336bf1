'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  type Answer,
  type SendStep,
  sendDocument,
  type Ticket,
  type Verdict,
} from '@/components/documents/send-document'
import { DropFile } from '@/components/ui/drop-file'
import { Progress } from '@/components/ui/progress'
import type { ActionResult } from '@/lib/platform/result'

type Act<T> = (school: string, input: unknown) => Promise<ActionResult<T>>
export type PaperDoors = { offer: Act<Ticket>; confirm: Act<Verdict> }

type ExcusePaperProps = {
  school: string
  doors: PaperDoors
  /** Of the file that is there already. */
  name: string | undefined
  onSent: (paper: { fileId: string; name: string }) => void
}

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

function toAnswer<T>(result: ActionResult<T>): Answer<T> {
  if (result.ok) return result
  const { code, message, fields } = result.error
  return { ok: false, code, message: Object.values(fields ?? {})[0] ?? message }
}

/** The paper goes to the store while the rest is typed; the excuse then names it. */
export function ExcusePaper({ school, doors, name, onSent }: ExcusePaperProps) {
  const t = useTranslations('excuses')
  const documents = useTranslations('documents')
  const [step, setStep] = useState<SendStep | null>(null)
  const [problem, setProblem] = useState<string>()

  async function send(file: File) {
    let fileId = ''
    setProblem(undefined)
    const sent = await sendDocument(
      {
        register: async (_, facts) => {
          const answer = toAnswer(await doors.offer(school, facts))
          if (answer.ok) fileId = answer.data.fileId
          return answer
        },
        finish: async (_, id) => toAnswer(await doors.confirm(school, { fileId: id })),
      },
      '',
      file,
      setStep,
    )
    setStep(null)
    if (sent.ok) onSent({ fileId, name: file.name })
    else setProblem(sent.message ?? documents(`upload.${sent.cause}`))
  }

  const percent = step?.at === 'sending' ? Math.round(step.part * 100) : step?.at === 'checking' ? 100 : 0
  return (
    <div className="grid gap-2">
      <DropFile
        name="paper"
        label={t('paper')}
        help={name ? t('attached', { name }) : t('paperHelp')}
        accept={accepted}
        disabled={step !== null}
        onFiles={([file]) => file && void send(file)}
      />
      {step && (
        <div aria-live="polite">
          <Progress
            value={percent}
            max={100}
            label={t('paper')}
            text={step.at === 'checking' ? t('checking') : t('uploading', { percent })}
          />
        </div>
      )}
      {problem && (
        <p role="alert" className="rounded bg-warning-soft px-3 py-2 text-sm">
          {problem}
        </p>
      )}
    </div>
  )
}
