import { getFormatter, getTranslations } from 'next-intl/server'
import { LevelFigure } from '@/components/evaluation/level-figure'
import { hasLevels, levelsFinding } from '@/lib/domain/schools/figures/rules'
import type { SchoolFigures } from '@/lib/domain/schools/figures/schema'

/** The last period's marks by national level, a bar for each school. */
export async function LevelsFigure({ items }: { items: readonly SchoolFigures[] }) {
  const [t, format] = await Promise.all([getTranslations('figures'), getFormatter()])
  const finding = levelsFinding(items)
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const title =
    finding.kind === 'worst'
      ? t('findLevels.worst', { name: finding.name, percent: percent(finding.percent) })
      : finding.kind === 'all'
        ? t('findLevels.all', { percent: percent(finding.percent) })
        : t('findLevels.none')
  const bars = items
    .filter(({ figures }) => hasLevels(figures))
    .slice(0, 20)
    .map(({ id, name, figures: { levels } }) => ({
      id,
      name,
      ...levels,
      total: Object.values(levels).reduce((sum, n) => sum + n, 0),
    }))
  return (
    <LevelFigure
      title={title}
      scope="schools"
      bars={bars}
      texts={{
        asTable: t('asTable'),
        asChart: t('asChart'),
        first: t('school'),
        total: t('total'),
        axis: t('levelsAxis'),
        caption: t('levelsCaption'),
        levels: {
          superior: t('levels.superior'),
          high: t('levels.high'),
          basic: t('levels.basic'),
          low: t('levels.low'),
        },
      }}
    />
  )
}
