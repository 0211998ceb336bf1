import { getTranslations } from 'next-intl/server'
import type { MarkTexts } from './marks-list'

/** The words of a list of marks, from the texts that stay on the server. */
export async function markTexts(): Promise<MarkTexts> {
  const t = await getTranslations('evaluation')
  return {
    levels: { superior: t('level.superior'), high: t('level.high'), basic: t('level.basic'), low: t('level.low') },
    year: t('marks.soFar'),
    area: t('marks.area'),
    inWords: t('marks.inWords'),
    none: t('marks.none'),
  }
}
