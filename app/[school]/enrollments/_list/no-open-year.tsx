import { CalendarPlus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** Without a year nobody can be enrolled: the step, or whom to ask for it. */
export async function NoOpenYear({ ctx, earlier }: { ctx: SchoolContext; earlier?: boolean }) {
  const t = await getTranslations('enrollments')
  const mayOpen = can(ctx.permissions, 'config:institution')
  return (
    <EmptyState
      icon={<CalendarPlus aria-hidden="true" />}
      title={t('page.noYearTitle')}
      action={
        <>
          {mayOpen && (
            <LinkButton href={`/${ctx.school.slug}/settings/years`} variant="primary">
              {t('page.openYear')}
            </LinkButton>
          )}
          {earlier && <LinkButton href={`/${ctx.school.slug}/enrollments?year=all`}>{t('page.earlier')}</LinkButton>}
        </>
      }
    >
      {t('page.noYearText')} {!mayOpen && t('page.askRector')}
    </EmptyState>
  )
}
