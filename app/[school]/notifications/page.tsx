import { Bell } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { Section } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import { listNotifications, readMailed } from '@/lib/domain/notifications/queries'
import type { Notification } from '@/lib/domain/notifications/schema'
import { membershipIdOf } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { relativeTime } from '@/lib/shared/dates'
import { MailedForm } from './_parts/mailed-form'
import { MarkAll } from './_parts/mark-all'
import { NoticeList } from './_parts/notice-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title') }
}

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function NotificationsPage({ params, searchParams }: Props) {
  const [ctx, wanted] = await Promise.all([pageContext(params), only(searchParams, ['cursor'] as const)])
  const [page, mails, t, locale] = await Promise.all([
    orNotFound(listNotifications.run(ctx, wanted)),
    membershipIdOf(ctx) ? readMailed.run(ctx, {}) : null,
    getTranslations('notifications'),
    getLocale(),
  ])
  const home = `/${ctx.school.slug}`
  const now = new Date()
  const sentence = ({ kind, data, count }: Notification) =>
    t(`kind.${kind}` as 'kind.documentsArrived', { ...data, count })
  const unread = page.items.filter(({ isRead }) => !isRead).length
  return (
    <ClientMessages namespaces={[]}>
      <PageHeader
        title={t('title')}
        state={t('unread', { count: unread })}
        crumbs={[{ label: ctx.school.name, href: home }]}
        action={unread > 0 && <MarkAll school={ctx.school.slug} label={t('markAll')} said={t('markedAll')} />}
      />
      <div className="grid max-w-3xl gap-8">
        {page.items.length === 0 ? (
          <EmptyState icon={<Bell aria-hidden="true" />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <div>
            <NoticeList
              label={t('new')}
              notices={page.items.map((notice) => ({
                id: notice.id,
                text: sentence(notice),
                href: `${home}/${notice.path}`,
                when: relativeTime(new Date(notice.at), now, locale),
                at: notice.at,
                isRead: notice.isRead,
              }))}
            />
            <Pagination next={nextHref(`${home}/notifications`, {}, page.nextCursor)} />
          </div>
        )}
        {mails && (
          <Section title={t('mailTitle')} intro={t('mailText')}>
            <MailedForm
              school={ctx.school.slug}
              kinds={mails.kinds.map((kind) => ({ kind, label: t(`name.${kind}`) }))}
              mailed={mails.mailed}
              texts={{ save: t('mailSave'), saved: t('mailSaved') }}
            />
          </Section>
        )}
      </div>
    </ClientMessages>
  )
}
