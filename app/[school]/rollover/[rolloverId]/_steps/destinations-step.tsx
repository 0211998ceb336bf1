import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import { DestinationsForm } from './destinations-form'

type Props = { slug: string; rollover: RolloverDetail; path: string }

/** Which group each group goes on as. */
export async function DestinationsStep({ slug, rollover, path }: Props) {
  const t = await getTranslations('rollovers')
  const { destinations, groups, id, version, fromYear, toYear } = rollover
  const years = { from: fromYear.name, to: toYear.name }
  if (destinations.length === 0)
    return <EmptyState title={t('destinations.title')}>{t('destinations.empty', years)}</EmptyState>
  return (
    <Section
      title={t('destinations.title')}
      intro={t('destinations.intro', years)}
      actions={
        <LinkButton size="sm" href={`/${slug}/academics?year=${toYear.id}`}>
          {t('toGroups')}
        </LinkButton>
      }
    >
      <DestinationsForm
        slug={slug}
        rolloverId={id}
        version={version}
        rows={destinations}
        groups={groups}
        years={years}
        next={`${path}?step=exceptions`}
      />
    </Section>
  )
}
