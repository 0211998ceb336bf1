import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import { readRoll } from '@/lib/domain/attendance/queries'
import type { Roll } from '@/lib/domain/attendance/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { addDays, formatDay, formatMoment, today, weekday } from '@/lib/shared/dates'
import { requestCorrectionAction } from '../actions'
import { RollCall } from './_components/roll-call'

type Page = PageProps<'/[school]/attendance/[groupId]'>

/** The title and the page read the same list once. */
const rollOf = cache((ctx: SchoolContext, classGroupId: string, day: string | undefined, lesson: string | undefined) =>
  orNotFound(readRoll.run(ctx, { classGroupId, ...(day ? { day } : {}), ...(lesson ? { lesson } : {}) })),
)

async function given({ params, searchParams }: Pick<Page, 'params' | 'searchParams'>) {
  const [ctx, { groupId }, sent] = await Promise.all([pageContext(params), params, searchParams])
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  return { ctx, roll: await rollOf(ctx, groupId, text(sent.day), text(sent.lesson)) }
}

export async function generateMetadata(page: Page): Promise<Metadata> {
  const [{ roll }, t] = await Promise.all([given(page), getTranslations('attendance')])
  return { title: `${roll.group.code} · ${t('title')}` }
}

/** Saturdays and Sundays are one step, unless that is where one is. */
function schoolDay(day: string, step: 1 | -1): string {
  const next = addDays(day, step)
  return weekday(next) > 5 ? schoolDay(next, step) : next
}

export default async function RollPage(page: Page) {
  const { ctx, roll } = await given(page)
  const [t, locale] = await Promise.all([getTranslations('attendance'), getLocale()])
  const home = `/${ctx.school.slug}/attendance`
  const path = `${home}/${roll.group.id}`
  const at = (day: string, lesson: number) => `${path}?day=${day}${lesson > 0 ? `&lesson=${lesson}` : ''}`
  const lists = [
    ...(roll.mode === 'lesson' ? [] : [{ href: at(roll.day, 0), label: t('roll.day') }]),
    ...(roll.mode === 'day' ? [] : roll.lessons).map(({ lesson, subject, startsMinute }) => ({
      href: at(roll.day, lesson),
      label: `${showMinute(startsMinute)} ${subject}`,
    })),
  ]
  return (
    <>
      <PageHeader
        title={`${roll.group.code} · ${titleOf(roll, t)}`}
        state={formatDay(roll.day, locale, 'weekday')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
        ]}
        action={
          <>
            <LinkButton
              href={at(schoolDay(roll.day, -1), roll.lesson)}
              icon={<ChevronLeft aria-hidden="true" />}
              aria-label={t('roll.previousDay')}
            />
            {roll.day < today() && (
              <LinkButton
                href={at(schoolDay(roll.day, 1), roll.lesson)}
                icon={<ChevronRight aria-hidden="true" />}
                aria-label={t('roll.nextDay')}
              />
            )}
          </>
        }
        menu={[{ label: t('roll.month'), href: `${path}/month?month=${roll.day.slice(0, 7)}` }]}
      />
      {lists.length > 1 && <Tabs label={t('roll.lists')} current={at(roll.day, roll.lesson)} tabs={lists} />}
      <div className="grid gap-3 pt-3">
        {roll.lock && <Callout tone={roll.lock === 'window' ? 'warning' : 'info'}>{t(`refusal.${roll.lock}`)}</Callout>}
        {roll.rows.length === 0 ? (
          <EmptyState title={t('roll.emptyTitle')}>{t('roll.emptyText')}</EmptyState>
        ) : (
          <ClientMessages namespaces={['roll']}>
            <RollCall
              key={at(roll.day, roll.lesson)}
              roll={roll}
              school={ctx.school.slug}
              takenText={takenText(roll, t)}
              requestCorrection={requestCorrectionAction}
            />
          </ClientMessages>
        )}
      </div>
    </>
  )
}

type Texts = Awaited<ReturnType<typeof getTranslations<'attendance'>>>

function titleOf({ lesson, course }: Roll, t: Texts): string {
  if (lesson === 0) return t('roll.day')
  return course ? `${course.subject} ${showMinute(course.startsMinute)}` : t('roll.lessonOnly', { lesson })
}

function takenText({ list }: Roll, t: Texts): string | null {
  if (!list) return null
  const at = formatMoment(new Date(list.takenAt))
  return list.takenBy ? t('roll.takenBy', { by: list.takenBy, at }) : t('roll.taken', { at })
}
