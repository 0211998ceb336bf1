import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { MailList } from '@/components/mails/mail-list'
import { listPlatformMails } from '@/lib/domain/mails/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mails'))('title') }
}

export default async function PlatformMailsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, wanted] = await Promise.all([
    platformPageContext(),
    only(searchParams, ['to', 'status', 'cursor'] as const),
  ])
  const [page, t] = await Promise.all([orNotFound(listPlatformMails.run(ctx, wanted)), getTranslations('mails')])
  const { cursor: _, ...filters } = wanted
  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('platformText')}
        file={page.items.length > 0 ? `/admin/mails/export?${new URLSearchParams(filters)}` : undefined}
      />
      <MailList
        path="/admin/mails"
        params={filters}
        items={page.items}
        next={nextHref('/admin/mails', filters, page.nextCursor)}
        delivers={page.delivers}
      />
    </>
  )
}
