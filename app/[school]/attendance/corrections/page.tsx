import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { listCorrections } from '@/lib/domain/attendance/corrections/queries'
import { type CorrectionRow, correctionStatuses } from '@/lib/domain/attendance/corrections/schema'
import { decides } from '@/lib/domain/attendance/policy'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { showDay } from '@/lib/shared/dates'
import { decideCorrectionAction } from '../actions'
import { DecideButtons } from './_components/decide-buttons'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('corrections.title') }
}

type Texts = Awaited<ReturnType<typeof getTranslations<'attendance'>>>

/** Corrections after the teachers' window: both values, the reason, the decision. */
export default async function CorrectionsPage({ params, searchParams }: PageProps<'/[school]/attendance/corrections'>) {
  const [ctx, sent, t] = await Promise.all([pageContext(params), searchParams, getTranslations('attendance')])
  const status = correctionStatuses.find((one) => one === sent.status) ?? 'pending'
  const cursor = typeof sent.cursor === 'string' ? { cursor: sent.cursor } : {}
  const { items, nextCursor } = await orNotFound(listCorrections.run(ctx, { status, ...cursor }))
  const home = `/${ctx.school.slug}/attendance`
  const at = (one: string) => `${home}/corrections${one === 'pending' ? '' : `?status=${one}`}`
  return (
    <>
      <PageHeader
        title={t('corrections.title')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
        ]}
        file={items.length > 0 ? `${home}/corrections/export?status=${status}` : undefined}
      />
      <Tabs
        label={t('corrections.lists')}
        current={at(status)}
        tabs={correctionStatuses.map((one) => ({ href: at(one), label: t(`corrections.status.${one}`) }))}
      />
      {items.length === 0 && (
        <div className="pt-4">
          <EmptyState title={t(status === 'pending' ? 'corrections.emptyTitle' : 'corrections.emptyDecided')}>
            {t('corrections.emptyText')}
          </EmptyState>
        </div>
      )}
      <ClientMessages namespaces={[]}>
        <ul className="grid max-w-3xl gap-3 pt-4">
          {items.map((item) => (
            <li key={item.id} className="card grid gap-1 p-4">
              <p className="font-medium">
                <a
                  className="link"
                  href={`${home}/${item.classGroupId}?day=${item.day}${item.lesson > 0 ? `&lesson=${item.lesson}` : ''}`}
                >
                  {t('corrections.line', { student: item.student, group: item.group, day: showDay(item.day) })}
                </a>
              </p>
              <p>
                {t('corrections.values', { before: t(`status.${item.before}`), wanted: t(`status.${item.wanted}`) })}
                {item.current !== item.before && ` · ${t('corrections.now', { current: t(`status.${item.current}`) })}`}
              </p>
              <p className="text-sm text-muted">
                {t('corrections.asked', { by: item.askedBy ?? t('home.nobody'), reason: item.reason })}
              </p>
              {item.status !== 'pending' && <p className="text-sm text-muted">{decision(item, t)}</p>}
              {item.status === 'pending' && decides(ctx) && (
                <DecideButtons
                  school={ctx.school.slug}
                  record={{ correctionId: item.id, version: item.version }}
                  action={decideCorrectionAction}
                  texts={{
                    approve: t('corrections.approve'),
                    reject: t('corrections.reject'),
                    approved: t('corrections.approved'),
                    rejected: t('corrections.rejected'),
                    note: t('corrections.note'),
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      </ClientMessages>
      {nextCursor && (
        <LinkButton className="mt-4" href={`${home}/corrections?status=${status}&cursor=${nextCursor}`}>
          {t('excuses.more')}
        </LinkButton>
      )}
    </>
  )
}

function decision({ decidedBy, note }: CorrectionRow, t: Texts): string {
  const by = decidedBy ?? t('home.nobody')
  return note ? t('corrections.decidedNote', { by, note }) : t('corrections.decided', { by })
}
