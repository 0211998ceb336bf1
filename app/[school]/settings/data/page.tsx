import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Tone } from '@/components/ui/tone'
import { listOwnExports } from '@/lib/domain/schools/removal/own/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showBytes } from '@/lib/shared/bytes'
import { SettingsHeader } from '../_components/settings-header'
import { FetchCopy, MakeCopy } from './export-buttons'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schools'))('data.title') }
}

const tones: Record<string, Tone> = { expected: 'info', ready: 'ok', refused: 'danger' }

/** What leaves the school and what comes in. */
export default async function DataPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [{ items }, t, format, locale] = await Promise.all([
    orNotFound(listOwnExports.run(ctx, {})),
    getTranslations('schools'),
    getFormatter(),
    getLocale(),
  ])
  const { slug } = ctx.school
  const mayTake = can(ctx.permissions, 'read:sensitive')
  const running = items.some(({ status }) => status === 'expected')
  return (
    <>
      <RefreshWhile running={running} />
      <SettingsHeader ctx={ctx} title={t('data.title')} state={t('data.state')} />
      <div className="grid max-w-4xl gap-8">
        <Section title={t('data.importTitle')} intro={t('data.importText')}>
          <LinkButton href={`/${slug}/imports`}>{t('data.importLink')}</LinkButton>
        </Section>
        <Section title={t('data.exportTitle')} intro={t('data.exportText')}>
          <div className="grid gap-4">
            {mayTake ? (
              <div>
                <MakeCopy slug={slug} label={t('data.make')} making={running} />
              </div>
            ) : (
              <p className="text-muted">{t('data.notYours')}</p>
            )}
            {running && <p role="status">{t('data.making')}</p>}
            {items.length === 0 && <p className="text-muted">{t('data.none')}</p>}
            <ul className="divide-y divide-border">
              {items.map(({ id, status, createdAt, by, size }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                  <span>
                    <span className="nums">{format.dateTime(new Date(createdAt), 'moment')}</span>
                    <span className="block text-sm text-muted">
                      {[by, size > 0 && showBytes(size, locale)].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span className="flex items-center gap-3">
                    <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`data.${status}`)}</StatusBadge>
                    {status === 'ready' && mayTake && <FetchCopy slug={slug} exportId={id} label={t('data.fetch')} />}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </Section>
      </div>
    </>
  )
}
