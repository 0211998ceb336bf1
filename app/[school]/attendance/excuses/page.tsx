import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { listExcuses } from '@/lib/domain/attendance/excuses/queries'
import { type ExcuseRow, excuseStatuses } from '@/lib/domain/attendance/excuses/schema'
import { decides } from '@/lib/domain/attendance/policy'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { showDay } from '@/lib/shared/dates'
import { decideExcuseAction } from '../actions'
import { ExcuseDecision } from './_components/excuse-decision'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('excuses.title') }
}

type Texts = Awaited<ReturnType<typeof getTranslations<'attendance'>>>

/** Excuses with their papers; accepting one excuses the absences of its days. */
export default async function ExcusesPage({ params, searchParams }: PageProps<'/[school]/attendance/excuses'>) {
  const [ctx, sent, t] = await Promise.all([pageContext(params), searchParams, getTranslations('attendance')])
  const status = excuseStatuses.find((one) => one === sent.status) ?? 'pending'
  const cursor = typeof sent.cursor === 'string' ? { cursor: sent.cursor } : {}
  const { items, nextCursor } = await orNotFound(listExcuses.run(ctx, { status, ...cursor }))
  const home = `/${ctx.school.slug}/attendance`
  const at = (one: string) => `${home}/excuses${one === 'pending' ? '' : `?status=${one}`}`
  const enter = (
    <LinkButton href={`${home}/excuses/new`} variant="primary">
      {t('excuses.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('excuses.title')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
        ]}
        action={enter}
        file={items.length > 0 ? `${home}/excuses/export?status=${status}` : undefined}
      />
      <Tabs
        label={t('excuses.lists')}
        current={at(status)}
        tabs={excuseStatuses.map((one) => ({ href: at(one), label: t(`excuses.status.${one}`) }))}
      />
      {items.length === 0 && (
        <div className="pt-4">
          <EmptyState title={t('excuses.emptyTitle')}>{t('excuses.emptyText')}</EmptyState>
        </div>
      )}
      <ul className="grid max-w-3xl gap-3 pt-4">
        {items.map((item) => (
          <li key={item.id} className="card grid gap-1 p-4">
            <p className="flex flex-wrap justify-between gap-x-4 font-medium">
              <a className="link" href={`/${ctx.school.slug}/students/${item.studentId}?tab=attendance`}>
                {item.group ? `${item.student} · ${item.group}` : item.student}
              </a>
              <span className="nums">{days(item, t)}</span>
            </p>
            <p>{item.reason}</p>
            {item.status !== 'pending' && <p className="text-sm text-muted">{state(item, t)}</p>}
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
              {item.hasFile ? (
                <span className="basis-full sm:basis-auto">
                  <a className="link hit" href={`${home}/excuses/${item.id}/file`} target="_blank" rel="noreferrer">
                    {t('excuses.file')}
                  </a>
                </span>
              ) : (
                <span className="basis-full text-sm text-muted sm:basis-auto">{t('excuses.noFile')}</span>
              )}
              {item.status === 'pending' && decides(ctx) && (
                <ExcuseDecision
                  school={ctx.school.slug}
                  record={{ excuseId: item.id, version: item.version }}
                  action={decideExcuseAction}
                  texts={{
                    accept: t('excuses.accept'),
                    reject: t('excuses.reject'),
                    done: t('excuses.acceptedDone'),
                    rejected: t('excuses.rejectedDone'),
                    title: t('excuses.rejectTitle', { name: item.student }),
                    reason: t('excuses.rejectReason'),
                    help: t('excuses.rejectHelp'),
                  }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {nextCursor && (
        <LinkButton className="mt-4" href={`${home}/excuses?status=${status}&cursor=${nextCursor}`}>
          {t('excuses.more')}
        </LinkButton>
      )}
    </>
  )
}

const days = ({ validFrom, validTo }: ExcuseRow, t: Texts): string =>
  validFrom === validTo ? showDay(validFrom) : t('excuses.span', { from: showDay(validFrom), to: showDay(validTo) })

function state({ status, excused, decidedBy, note }: ExcuseRow, t: Texts): string {
  const by = decidedBy ?? t('home.nobody')
  const decided = note ? t('excuses.decidedNote', { by, note }) : t('excuses.decided', { by })
  return status === 'accepted' ? `${decided} · ${t('excuses.covers', { count: excused })}` : decided
}
