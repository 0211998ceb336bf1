import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EntryPage } from '@/components/account/entry-page'
import { Callout } from '@/components/ui/callout'
import { verifyPaper } from '@/lib/domain/papers/verification/queries'
import type { Verification } from '@/lib/domain/papers/verification/schema'
import type { PublicContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { publicPageContext } from '@/lib/platform/page'
import { CodeForm } from '../../_components/code-form'
import { Verdict } from '../../_components/verdict'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers.verify'))('title'), robots: { index: false } }
}

/** Null when this address has asked too often. */
async function verified(ctx: PublicContext, input: { school: string; code: string }): Promise<Verification | null> {
  try {
    return await verifyPaper.run(ctx, input)
  } catch (error) {
    if (error instanceof AppError && error.code === 'rate_limited') return null
    if (error instanceof AppError && error.code === 'invalid') return { state: 'unknown' }
    throw error
  }
}

/** The page behind a QR code: anybody may ask, and learns whether the paper is genuine and in force. */
export default async function VerdictPage({ params }: PageProps<'/verify/[school]/[code]'>) {
  const [ctx, given, t, locale] = await Promise.all([
    publicPageContext(),
    params,
    getTranslations('papers.verify'),
    getLocale(),
  ])
  const school = decodeURIComponent(given.school)
  const code = decodeURIComponent(given.code)
  const answer = await verified(ctx, { school, code })
  return (
    <EntryPage title={t('title')}>
      {answer === null ? (
        <Callout tone="warning" title={t('wait')}>
          <p>{t('waitText')}</p>
        </Callout>
      ) : answer.state === 'unknown' ? (
        <>
          <Callout tone="danger" title={t('unknown')}>
            <p>{t('unknownText')}</p>
          </Callout>
          <CodeForm school={school} code={code} />
        </>
      ) : (
        <>
          <Verdict paper={answer} locale={locale} />
          <a className="link" href={`/verify/${given.school}`}>
            {t('again')}
          </a>
        </>
      )}
    </EntryPage>
  )
}
