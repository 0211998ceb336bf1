import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'
import { YearLinks } from './year-links'
import { type ChosenYear, inYear } from './years'

const tabs = [
  { tab: 'groups', path: '' },
  { tab: 'plans', path: '/plans' },
  { tab: 'subjects', path: '/subjects' },
  { tab: 'courses', path: '/courses' },
  { tab: 'timetable', path: '/timetable' },
  { tab: 'import', path: '/import' },
] as const
export type AcademicsTab = (typeof tabs)[number]['tab']

type Props = Omit<ComponentProps<typeof PageHeader>, 'crumbs'> & {
  ctx: SchoolContext
  tab: AcademicsTab
  /** The tabs keep the year; without `switches` the page shows no choice of years. */
  chosen: ChosenYear
  switches?: boolean
  /** Where the years lead, when not to the tab itself: `/generate`. */
  at?: string
}

/** The header of the structure's pages: title, tabs, and the years to choose from. */
export async function AcademicsHeader({ ctx, tab, chosen, switches = true, at, state, ...header }: Props) {
  const [t, words] = await Promise.all([getTranslations('academics'), getTranslations('years')])
  const home = `/${ctx.school.slug}/academics`
  const mine = tabs.filter(({ tab: one }) => one !== 'import' || can(ctx.permissions, 'config:institution'))
  const { year } = chosen
  const inWords = year && t('year.state', { year: year.name, status: words(`status.${year.status}`).toLowerCase() })
  return (
    <>
      <PageHeader
        {...header}
        state={[switches && inWords, state].filter(Boolean).join(' · ')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: inYear(home, chosen) },
        ]}
      />
      <div className="mb-4">
        <Tabs
          label={t('tab.label')}
          current={inYear(home + (tabs.find((one) => one.tab === tab)?.path ?? ''), chosen)}
          tabs={mine.map(({ tab: one, path }) => ({ href: inYear(home + path, chosen), label: t(`tab.${one}`) }))}
        />
      </div>
      {switches && chosen.years.length > 1 && (
        <YearLinks
          label={t('year.label')}
          path={home + (at ?? tabs.find((one) => one.tab === tab)?.path ?? '')}
          chosen={chosen}
        />
      )}
    </>
  )
}
