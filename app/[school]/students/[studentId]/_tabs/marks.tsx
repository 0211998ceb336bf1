import { getTranslations } from 'next-intl/server'
import { levelTone, promotionTone } from '@/components/evaluation/level-tone'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { StatusBadge } from '@/components/ui/badge'
import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { orNotFound } from '@/lib/platform/page'
import { naturalName } from '@/lib/shared/names'
import { MarksList } from './marks-list'
import type { TabGiven } from './tabs'

/** The year's marks by area and subject; each tells how it came about. */
export async function marksTab({ ctx, studentId, student: coming }: TabGiven) {
  const [found, student, t] = await Promise.all([
    orNotFound(readStudentMarks.run(ctx, { studentId })),
    coming,
    getTranslations('evaluation'),
  ])
  const { areas, periods, year, promotion, complete, enrollmentId } = found
  if (!year || !enrollmentId || areas.length === 0)
    return <EmptyState title={t('marks.noneTitle')}>{t('marks.noneText', { name: naturalName(student) })}</EmptyState>
  const levels = { superior: t('level.superior'), high: t('level.high'), basic: t('level.basic'), low: t('level.low') }
  return (
    <ClientMessages namespaces={['explanation']}>
      <div className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap items-center gap-2">
          {complete || !promotion ? t('marks.year', { year: year.name }) : t('marks.yearSoFar', { year: year.name })}
          {promotion && <StatusBadge tone={promotionTone[promotion]}>{t(`promotion.status.${promotion}`)}</StatusBadge>}
        </p>
        <MarksList
          areas={areas}
          periods={periods}
          enrollmentId={enrollmentId}
          tones={levelTone}
          texts={{
            levels,
            year: t('marks.soFar'),
            area: t('marks.area'),
            inWords: t('marks.inWords'),
            none: t('marks.none'),
          }}
        />
      </div>
    </ClientMessages>
  )
}
