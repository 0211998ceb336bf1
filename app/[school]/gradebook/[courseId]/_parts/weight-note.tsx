import { getLocale, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import type { StageRules } from '@/lib/domain/evaluation/schema'
import { weightState } from '@/lib/domain/gradebook/activities/rules'

type WeightNoteProps = {
  rules: StageRules
  activities: readonly { weight: string; categoryId: string | null }[]
  categories: readonly { id: string; weight: string }[]
  href?: string
}

/** What the weights come to, where that is not what one would expect. */
export async function WeightNote({ rules, activities, categories, href }: WeightNoteProps) {
  const { state, sum, outside } = weightState(rules, activities, categories)
  if (activities.length === 0 || state === 'complete') return null
  const [t, locale] = await Promise.all([getTranslations('gradebook'), getLocale()])
  const shown = locale.startsWith('es') ? sum.replace('.', ',') : sum
  return (
    <Callout tone={state === 'over' || state === 'outside' ? 'warning' : 'info'} className="mb-3">
      {t(`weights.${state}`, { sum: shown, count: outside })}{' '}
      {href && (
        <a className="link" href={href}>
          {t('weights.change')}
        </a>
      )}
    </Callout>
  )
}
