'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DropFile } from '@/components/ui/drop-file'
import { Progress } from '@/components/ui/progress'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'
import { type PictureProblem, type Prepare, sendPicture } from './send-picture'

type Props = {
  name: string
  /** Address of the picture that is there. */
  src: string | null
  texts: Record<'alt' | 'upload' | 'help' | 'remove' | 'uploading' | 'saved' | 'removed', string>
  prepare: Prepare
  confirm: () => Promise<ActionResult<unknown>>
  remove: () => Promise<ActionResult<unknown>>
}

/** One picture of the school's: straight to the store, looked at by the server, shown, taken away. */
export function PicturePanel({ name, src, texts, prepare, confirm, remove }: Props) {
  const t = useTranslations('settings')
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const refuse = (why: PictureProblem | { message: string }) =>
    setProblem(typeof why === 'string' ? t(`branding.problem.${why}`) : why.message)

  const upload = async ([file]: File[]) => {
    if (!file) return
    setProblem(undefined)
    setPart(0)
    try {
      const refused = await sendPicture(prepare, file, setPart)
      if (refused) return refuse(refused)
      const answer = await confirm()
      if (!answer.ok) return refuse({ message: Object.values(answer.error.fields ?? {})[0] ?? answer.error.message })
      toast({ tone: 'ok', text: texts.saved })
    } catch {
      refuse('offline')
    } finally {
      setPart(undefined)
    }
  }
  const takeAway = async () => {
    const answer = await remove().catch(() => undefined)
    if (answer?.ok) toast({ tone: 'ok', text: texts.removed })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('branding.problem.offline') })
  }
  return (
    <div className="grid gap-4">
      {problem && (
        <Callout tone="danger" live>
          {problem}
        </Callout>
      )}
      {src && (
        <div className="flex flex-wrap items-center gap-4">
          {/* biome-ignore lint/performance/noImgElement: a private picture of the store, never optimised */}
          <img
            src={src}
            alt={texts.alt}
            className="h-24 w-auto max-w-60 rounded border border-border bg-white object-contain p-2"
          />
          <Button onClick={takeAway}>{texts.remove}</Button>
        </div>
      )}
      {part === undefined ? (
        <DropFile name={name} label={texts.upload} help={texts.help} accept="image/png,image/jpeg" onFiles={upload} />
      ) : (
        <Progress
          label={texts.uploading}
          value={Math.round(part * 100)}
          max={100}
          text={`${Math.round(part * 100)} %`}
        />
      )}
    </div>
  )
}
