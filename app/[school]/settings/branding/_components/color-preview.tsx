'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { accentTokens, contrast, needsCorrection } from '@/lib/shared/contrast'

const grounds = {
  light: { page: '#ffffff', text: '#16161a' },
  dark: { page: '#18181c', text: '#f1f1f4' },
} as const

/** How the colour looks on both themes, with the contrast that it reaches, before anything is saved. */
export function ColorPreview({ color }: { color: string }) {
  const t = useTranslations('settings')
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 md:grid-cols-2">
        {(['light', 'dark'] as const).map((theme) => {
          const { accent, text, ink, soft } = accentTokens(color, theme)
          const { page, text: plain } = grounds[theme]
          const ratio = Math.min(contrast(accent, text), contrast(ink, page))
          return (
            <figure key={theme} className="rounded border border-border p-4" style={{ background: page, color: plain }}>
              <figcaption className="mb-3 text-sm">{t(`branding.${theme}`)}</figcaption>
              <div className="flex flex-wrap items-center gap-3">
                <span className="rounded px-3 py-1.5 font-medium" style={{ background: accent, color: text }}>
                  {t('branding.sampleButton')}
                </span>
                <span className="underline" style={{ color: ink }}>
                  {t('branding.sampleLink')}
                </span>
                <span className="rounded px-2 py-0.5 text-sm" style={{ background: soft, color: ink }}>
                  {t('branding.sampleTag')}
                </span>
              </div>
              <p className="nums mt-3 text-sm">{t('branding.ratio', { ratio })}</p>
            </figure>
          )
        })}
      </div>
      {needsCorrection(color) && <Callout tone="info">{t('branding.corrected')}</Callout>}
    </div>
  )
}
