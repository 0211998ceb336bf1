import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EntryPage } from '@/components/account/entry-page'
import { ClientMessages } from '@/components/layout/client-messages'
import { Callout } from '@/components/ui/callout'
import { localPath } from '@/lib/domain/account/rules'
import { currentSession } from '@/lib/platform/page'
import type { Session } from '@/lib/platform/session'
import { LoginForm } from './login-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') }
}

const notices = ['reset', 'invited'] as const

/** Who still has days of grace is led there once, on the way in. */
const wantsSecondFactor = ({ secondFactor: { needed, has } }: Session): boolean => needed && !has

type Search = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> }

export default async function LoginPage({ searchParams }: Search) {
  const [{ next, done }, session, t] = await Promise.all([searchParams, currentSession(), getTranslations('login')])
  const target = localPath(next)
  if (session)
    redirect(wantsSecondFactor(session) ? `/account/second-factor?next=${encodeURIComponent(target)}` : target)
  const notice = notices.find((name) => name === done)
  return (
    <EntryPage title={t('title')} intro={target === '/' ? t('intro') : t('introNext')}>
      {notice && (
        <Callout tone="ok" live>
          {t(`done.${notice}`)}
        </Callout>
      )}
      <ClientMessages namespaces={['login']}>
        <LoginForm target={target} />
      </ClientMessages>
    </EntryPage>
  )
}
