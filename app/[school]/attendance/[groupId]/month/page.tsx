import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { readMonth } from '@/lib/domain/attendance/month/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { addDays, formatDay, today } from '@/lib/shared/dates'
import { SheetTable } from './sheet-table'

type Page = PageProps<'/[school]/attendance/[groupId]/month'>

const sheetOf = cache((ctx: SchoolContext, classGroupId: string, month: string | undefined) =>
  orNotFound(readMonth.run(ctx, { classGroupId, ...(month ? { month } : {}) })),
)

async function given({ params, searchParams }: Pick<Page, 'params' | 'searchParams'>) {
  const [ctx, { groupId }, { month }] = await Promise.all([pageContext(params), params, searchParams])
  return { ctx, groupId, sheet: await sheetOf(ctx, groupId, typeof month === 'string' ? month : undefined) }
}

export async function generateMetadata(page: Page): Promise<Metadata> {
  const [{ sheet }, t] = await Promise.all([given(page), getTranslations('attendance')])
  return { title: `${t('month.title')} ${sheet.group} ${sheet.month}` }
}

/** "noviembre de 2026" */
const monthName = (month: string, locale: string): string => formatDay(`${month}-01`, locale).replace(/^\d+ (de )?/, '')

export default async function MonthPage(page: Page) {
  const { ctx, groupId, sheet } = await given(page)
  const [t, locale] = await Promise.all([getTranslations('attendance'), getLocale()])
  const home = `/${ctx.school.slug}/attendance`
  const path = `${home}/${groupId}/month`
  const first = `${sheet.month}-01`
  const [previous, next] = [addDays(first, -1).slice(0, 7), addDays(first, 31).slice(0, 7)]
  return (
    <>
      <PageHeader
        title={`${t('month.title')} · ${sheet.group}`}
        state={t('month.state', {
          month: monthName(sheet.month, locale),
          taken: sheet.days.filter(({ taken }) => taken).length,
          days: sheet.days.length,
        })}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
          { label: sheet.group, href: `${home}/${groupId}` },
        ]}
        action={
          <>
            <LinkButton
              href={`${path}?month=${previous}`}
              icon={<ChevronLeft aria-hidden="true" />}
              aria-label={t('month.previous')}
            />
            {next <= today().slice(0, 7) && (
              <LinkButton
                href={`${path}?month=${next}`}
                icon={<ChevronRight aria-hidden="true" />}
                aria-label={t('month.next')}
              />
            )}
          </>
        }
        file={`${path}/file?month=${sheet.month}`}
      />
      {sheet.rows.length === 0 ? (
        <EmptyState title={t('month.emptyTitle')}>{t('month.emptyText')}</EmptyState>
      ) : (
        <>
          <SheetTable sheet={sheet} />
          <p className="pt-2 text-xs text-muted">{t('month.legend')}</p>
          <div className="sheet-signatures">
            <p>
              {t('month.signature')}
              <br />
              {sheet.director ?? ''}
            </p>
            <p>{t('month.signatureCoordinator')}</p>
          </div>
        </>
      )}
    </>
  )
}
