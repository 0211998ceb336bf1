'use client'

import { useTranslations } from 'next-intl'
import type { GroupChoice } from '@/lib/domain/rollovers/schema'

/** The new year's groups of a grade, with how full they are, and the choice of none. */
export function useGroupOptions(groups: readonly GroupChoice[], none: string) {
  const t = useTranslations('rollovers.destinations')
  return (grade: string) => [
    ...groups
      .filter(({ gradeLevel }) => gradeLevel === grade)
      .map(({ code, capacity, taken, planned }) => ({
        value: code,
        label: [
          code,
          capacity === null ? null : `(${t('capacity', { taken, capacity })})`,
          planned ? `· ${t('planned')}` : null,
        ]
          .filter(Boolean)
          .join(' '),
      })),
    { value: none, label: t('noGroup') },
  ]
}
