import { CalendarDays } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { WeekTable } from '@/components/academics/week-table'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { readWeek } from '@/lib/domain/academics/timetable/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { weekWords } from './week-words'

/** A group's week; the rector changes it in the timetable. */
export async function GroupWeek({ ctx, groupId, name }: { ctx: SchoolContext; groupId: string; name: string }) {
  const [{ items }, t] = await Promise.all([
    orNotFound(readWeek.run(ctx, { classGroupId: groupId })),
    getTranslations('timetable'),
  ])
  const edit = can(ctx.permissions, 'config:institution') && (
    <LinkButton href={`/${ctx.school.slug}/academics/timetable?group=${groupId}`}>
      {t(items.length === 0 ? 'build' : 'change')}
    </LinkButton>
  )
  if (items.length === 0)
    return (
      <EmptyState icon={<CalendarDays aria-hidden="true" />} title={t('emptyTitle')} action={edit}>
        {t('emptyStaff')}
      </EmptyState>
    )
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap justify-end gap-2" data-print="hide">
        {edit}
        <PrintButton label={t('print')} />
      </div>
      <WeekTable label={t('titleOf', { name })} lessons={weekWords(items, 'group', `/${ctx.school.slug}`)} />
    </div>
  )
}
