import { CalendarPlus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** Without a year there is nothing to structure: the step, or whom to ask for it. */
export async function NoYear({ ctx }: { ctx: SchoolContext }) {
  const t = await getTranslations('academics')
  const configures = can(ctx.permissions, 'config:institution')
  return (
    <EmptyState
      icon={<CalendarPlus aria-hidden="true" />}
      title={t('year.noneTitle')}
      action={
        configures && (
          <LinkButton href={`/${ctx.school.slug}/settings/years/new`} variant="primary">
            {t('year.create')}
          </LinkButton>
        )
      }
    >
      {t(configures ? 'year.noneText' : 'year.noneStaff')}
    </EmptyState>
  )
}
