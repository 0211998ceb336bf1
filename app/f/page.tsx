import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readFamily } from '@/lib/domain/families/phone/queries'
import { listOwnCards } from '@/lib/domain/report-cards/queries'
import { familyPageContext } from '@/lib/platform/page'
import { ClosedPage } from './_components/closed-page'
import { FamilyDoor } from './_components/family-door'
import { FamilyPage } from './_components/family-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('families.page')
  return { title: t('title') }
}

/** The page behind a family link. Who holds the token of the address' fragment gets a cookie for it; the rest is closed. */
export default async function Page() {
  const [ctx, t] = await Promise.all([familyPageContext(), getTranslations('families')])
  const [family, cards] = ctx ? await Promise.all([readFamily.run(ctx, {}), listOwnCards.run(ctx, {})]) : [null, null]
  const texts = {
    opening: t('page.opening'),
    offline: t('closed.offline'),
    wait: t('closed.wait'),
    retry: t('closed.retry'),
  }
  return (
    <main id="main" className="mx-auto grid max-w-[34rem] gap-4 px-4 pb-12">
      <noscript>
        <p className="callout tone-warning mt-4 text-text">{t('page.noScript')}</p>
      </noscript>
      <FamilyDoor opened={family !== null} texts={texts} closed={<ClosedPage />}>
        {family && <FamilyPage family={family} cards={cards?.items ?? []} />}
      </FamilyDoor>
    </main>
  )
}
