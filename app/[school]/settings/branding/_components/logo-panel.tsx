'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DropFile } from '@/components/ui/drop-file'
import { Progress } from '@/components/ui/progress'
import { toast } from '@/components/ui/toast'
import type { Branding } from '@/lib/domain/schools/branding/schema'
import { confirmLogoAction, removeLogoAction } from '../actions'
import { type LogoProblem, sendLogo } from './send-logo'

type Props = { slug: string; name: string; branding: Branding }

export function LogoPanel({ slug, name, branding }: Props) {
  const t = useTranslations('settings')
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const { version, logo } = branding

  const refuse = (why: LogoProblem | { message: string }) =>
    setProblem(typeof why === 'string' ? t(`branding.problem.${why}`) : why.message)

  const upload = async ([file]: File[]) => {
    if (!file) return
    setProblem(undefined)
    setPart(0)
    try {
      const refused = await sendLogo(slug, file, setPart)
      if (refused) return refuse(refused)
      const answer = await confirmLogoAction(slug, { version })
      if (!answer.ok) return refuse({ message: answer.error.fields?.logo ?? answer.error.message })
      toast({ tone: 'ok', text: t('branding.logoSaved') })
    } catch {
      refuse('offline')
    } finally {
      setPart(undefined)
    }
  }
  const remove = async () => {
    const answer = await removeLogoAction(slug, { version }).catch(() => undefined)
    if (answer?.ok) toast({ tone: 'ok', text: t('branding.logoRemoved') })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('branding.problem.offline') })
  }
  return (
    <div className="grid gap-4">
      {problem && (
        <Callout tone="danger" live>
          {problem}
        </Callout>
      )}
      {logo && (
        <div className="flex flex-wrap items-center gap-4">
          {/* biome-ignore lint/performance/noImgElement: a private picture of the store, never optimised */}
          <img
            src={`/${slug}/logo?v=${logo}`}
            alt={t('branding.logoOf', { name })}
            className="h-24 w-auto max-w-60 rounded border border-border bg-white object-contain p-2"
          />
          <Button onClick={remove}>{t('branding.removeLogo')}</Button>
        </div>
      )}
      {part === undefined ? (
        <DropFile
          name="logo"
          label={t(logo ? 'branding.replaceLogo' : 'branding.uploadLogo')}
          help={t('branding.logoHelp')}
          accept="image/png,image/jpeg"
          onFiles={upload}
        />
      ) : (
        <Progress
          label={t('branding.uploading')}
          value={Math.round(part * 100)}
          max={100}
          text={`${Math.round(part * 100)} %`}
        />
      )}
    </div>
  )
}
