import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { MailList } from '@/components/mails/mail-list'
import { listMails } from '@/lib/domain/mails/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mails'))('title') }
}

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function MailsPage({ params, searchParams }: Props) {
  const [ctx, wanted] = await Promise.all([
    pageContext(params),
    only(searchParams, ['to', 'status', 'cursor'] as const),
  ])
  const [page, t] = await Promise.all([orNotFound(listMails.run(ctx, wanted)), getTranslations('mails')])
  const { cursor: _, ...filters } = wanted
  const path = `/${ctx.school.slug}/settings/mails`
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={t('title')}
        state={t('text')}
        file={page.items.length > 0 ? `${path}/export?${new URLSearchParams(filters)}` : undefined}
      />
      <MailList
        path={path}
        params={filters}
        items={page.items}
        next={nextHref(path, filters, page.nextCursor)}
        delivers={page.delivers}
      />
    </>
  )
}
