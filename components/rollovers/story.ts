import { getFormatter, getTranslations } from 'next-intl/server'
import type { RolloverRow } from '@/lib/domain/rollovers/schema'

/** Who ran it and when, or who undid it, in one line. */
export async function rolloverStory({ status, run, undone }: Pick<RolloverRow, 'status' | 'run' | 'undone'>) {
  const [t, format] = await Promise.all([getTranslations('rollovers'), getFormatter()])
  const said = ({ at, by }: { at: string; by: string | null }) => ({
    who: by ?? t('system'),
    when: format.dateTime(new Date(at), 'moment'),
  })
  if (undone && (status === 'undone' || status === 'undoing')) return t('undoneBy', said(undone))
  return run ? t('ranBy', said(run)) : t('notRun')
}
