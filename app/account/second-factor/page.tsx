import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EntryPage } from '@/components/account/entry-page'
import { SignOutButton } from '@/components/account/sign-out-button'
import { ClientMessages } from '@/components/layout/client-messages'
import { Callout } from '@/components/ui/callout'
import { Toaster } from '@/components/ui/toaster'
import { localPath } from '@/lib/domain/account/rules'
import { ownSecondFactor } from '@/lib/domain/account/second-factor/queries'
import { currentSession, publicPageContext } from '@/lib/platform/page'
import { FactorPanel } from './_components/factor-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('factor.title') }
}

type Search = { searchParams: Promise<{ next?: string | string[] }> }

/** Where the second factor is set up: from the own account, or on the way in when a school wants it. */
export default async function SecondFactorPage({ searchParams }: Search) {
  const [{ next: wanted }, session] = await Promise.all([searchParams, currentSession()])
  if (!session) redirect('/login?next=/account/second-factor')
  const [state, t, format] = await Promise.all([
    ownSecondFactor.run(await publicPageContext(), {}),
    getTranslations('security'),
    getFormatter(),
  ])
  const next = localPath(wanted ?? '/account')
  const late = session.owes === 'second_factor'
  const asked = state.needed && !state.isOn
  const day = (moment: string) => format.dateTime(new Date(moment), 'dayLong')
  const intro = asked
    ? t('owed.text', { who: t(session.user.isSuperadmin ? 'owed.platform' : 'owed.school') })
    : t('factor.intro')
  return (
    <ClientMessages namespaces={['security', 'account']}>
      <EntryPage title={asked ? t('owed.title') : t('factor.title')} intro={intro}>
        {asked && (
          <Callout tone={late ? 'warning' : 'info'}>
            {late || !state.dueAt ? t('owed.late') : t('owed.until', { day: day(state.dueAt) })}
          </Callout>
        )}
        {state.since && <p className="text-ok">{t('factor.isOn', { day: day(state.since) })}</p>}
        <FactorPanel state={state} email={session.user.email} next={next}>
          {late ? (
            <SignOutButton />
          ) : (
            <Link href={next} className="link justify-self-start text-sm">
              {asked ? t('owed.later') : t('owed.back')}
            </Link>
          )}
        </FactorPanel>
      </EntryPage>
      <Toaster />
    </ClientMessages>
  )
}
