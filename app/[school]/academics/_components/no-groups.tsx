import { Shapes } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type ChosenYear, inYear } from '../_shell/years'

type Props = { path: string; chosen: ChosenYear; year: string; writes: boolean }

/** Why there are none, and the steps that make them. */
export function NoGroups({ path, chosen, year, writes }: Props) {
  const t = useTranslations('academics')
  return (
    <EmptyState
      icon={<Shapes aria-hidden="true" />}
      title={t('groups.emptyTitle', { year })}
      action={
        writes && (
          <>
            <LinkButton href={inYear(`${path}/groups/several`, chosen)} variant="primary">
              {t('groups.several')}
            </LinkButton>
            <LinkButton href={inYear(`${path}/import`, chosen)}>{t('groups.import')}</LinkButton>
          </>
        )
      }
    >
      {t(writes ? 'groups.emptyText' : 'groups.emptyStaff')}
    </EmptyState>
  )
}
