'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { accentTokens } from '@/lib/shared/contrast'

type Props = { color: string; name: string; logo: string | null }

const ink = '#16161a'
const muted = '#5c5c66'
const line = '#d9d9e0'

/** A small school as it will look with the colour that is being chosen: the system, the paper, the phone. Nothing is saved yet. */
export function SchoolPreview({ color, name, logo }: Props) {
  const t = useTranslations('settings.branding')
  const { accent, text, ink: accentInk, soft } = accentTokens(color, 'light')
  const button = (words: string, wide?: boolean) => (
    <span
      className={`rounded px-2 py-1 text-xs font-medium ${wide ? 'text-center' : ''}`}
      style={{ background: accent, color: text }}
    >
      {words}
    </span>
  )
  const shield = logo ? (
    // biome-ignore lint/performance/noImgElement: a private picture of the store, never optimised
    <img src={logo} alt="" className="size-8 flex-none object-contain" />
  ) : (
    <span
      className="grid size-8 flex-none place-items-center rounded font-semibold"
      style={{ background: accent, color: text }}
    >
      {name.charAt(0)}
    </span>
  )
  return (
    <div className="grid gap-3 md:grid-cols-3" aria-hidden="true">
      <Sample title={t('previewShell')}>
        <div className="flex items-center gap-2 border-b p-2" style={{ borderColor: line }}>
          <span className="size-3 flex-none rounded-full" style={{ background: accent }} />
          <span className="truncate text-xs font-medium">{name}</span>
        </div>
        <div className="flex">
          <div className="grid w-22 flex-none content-start gap-1.5 border-r p-1" style={{ borderColor: line }}>
            <span className="rounded px-1 text-xs" style={{ background: soft, color: accentInk }}>
              {t('previewStudents')}
            </span>
            <span className="h-2 w-10 rounded" style={{ background: line }} />
            <span className="h-2 w-8 rounded" style={{ background: line }} />
          </div>
          <div className="grid flex-1 content-start justify-items-start gap-2 p-2">
            <span className="text-xs font-semibold">{t('previewStudents')}</span>
            <span className="text-xs underline" style={{ color: accentInk }}>
              Sofía Ríos
            </span>
            {button(t('previewEnroll'))}
          </div>
        </div>
      </Sample>
      <Sample title={t('previewCard')}>
        <div className="grid gap-2 p-3">
          <div className="flex items-center gap-2">
            {shield}
            <span className="text-xs font-bold uppercase" style={{ color: accentInk }}>
              {name}
            </span>
          </div>
          <span className="text-center text-xs font-semibold" style={{ color: accentInk }}>
            {t('previewTerm')}
          </span>
          {[28, 20, 24].map((width) => (
            <span key={width} className="h-2 rounded" style={{ background: line, width: `${width * 3}%` }} />
          ))}
        </div>
      </Sample>
      <Sample title={t('previewFamily')}>
        <div className="grid gap-2 p-3">
          <div className="flex items-center gap-2">
            {shield}
            <span className="truncate text-xs font-semibold">{name}</span>
          </div>
          <span className="text-xs" style={{ color: muted }}>
            {t('previewChild')}
          </span>
          <span className="h-2 overflow-hidden rounded" style={{ background: soft }}>
            <span className="block h-full w-2/5" style={{ background: accent }} />
          </span>
          <span className="text-xs" style={{ color: muted }}>
            {t('previewProgress')}
          </span>
          {button(t('previewSend'), true)}
        </div>
      </Sample>
    </div>
  )
}

function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="grid content-start gap-1">
      <figcaption className="text-sm text-muted">{title}</figcaption>
      <div
        className="min-h-36 overflow-hidden rounded border border-border"
        style={{ background: '#ffffff', color: ink }}
      >
        {children}
      </div>
    </figure>
  )
}
