import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import { PromotionForm } from './promotion-form'

type Props = { slug: string; rollover: RolloverDetail; path: string }

/** What the meetings decided, and what becomes of those about whom they decided nothing. */
export async function PromotionStep({ slug, rollover, path }: Props) {
  const t = await getTranslations('rollovers')
  const { decisions, plan, id, version, fromYear } = rollover
  const kinds = ['promoted', 'not_promoted', 'pending', 'early', 'none'] as const
  return (
    <Section
      title={t('promotion.title')}
      intro={t('promotion.intro', { from: fromYear.name })}
      actions={
        <LinkButton size="sm" href={`/${slug}/meetings`}>
          {t('toMeetings')}
        </LinkButton>
      }
    >
      <div className="grid max-w-2xl gap-5">
        <DescriptionList
          items={kinds.map((kind) => ({
            term: t(`promotion.${kind}`),
            value: <span className="nums">{decisions[kind]}</span>,
          }))}
        />
        <PromotionForm
          slug={slug}
          rolloverId={id}
          version={version}
          initial={plan.promotion ?? { undecided: 'waits', pending: 'waits' }}
          next={`${path}?step=destinations`}
        />
        <p className="text-sm text-muted">{t('promotion.graduates')}</p>
      </div>
    </Section>
  )
}
