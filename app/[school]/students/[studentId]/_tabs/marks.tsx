import { getTranslations } from 'next-intl/server'
import { promotionTone } from '@/components/evaluation/level-tone'
import { markTexts } from '@/components/evaluation/mark-texts'
import { MarksList } from '@/components/evaluation/marks-list'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { StatusBadge } from '@/components/ui/badge'
import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { orNotFound } from '@/lib/platform/page'
import { naturalName } from '@/lib/shared/names'
import type { TabGiven } from './tabs'

/** The year's marks by area and subject; each tells how it came about. */
export async function marksTab({ ctx, studentId, student: coming }: TabGiven) {
  const [found, student, t, explanation] = await Promise.all([
    orNotFound(readStudentMarks.run(ctx, { studentId })),
    coming,
    getTranslations('evaluation'),
    getTranslations('explanation'),
  ])
  const { areas, periods, year, promotion, complete, enrollmentId } = found
  if (!year || !enrollmentId || areas.length === 0)
    return <EmptyState title={t('marks.noneTitle')}>{t('marks.noneText', { name: naturalName(student) })}</EmptyState>
  return (
    <ClientMessages namespaces={['explanation']}>
      <div className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap items-center gap-2">
          {complete || !promotion ? t('marks.year', { year: year.name }) : t('marks.yearSoFar', { year: year.name })}
          {promotion && <StatusBadge tone={promotionTone[promotion]}>{t(`promotion.status.${promotion}`)}</StatusBadge>}
        </p>
        <p className="text-sm text-muted">{explanation('help')}</p>
        <MarksList areas={areas} periods={periods} enrollmentId={enrollmentId} texts={await markTexts()} />
      </div>
    </ClientMessages>
  )
}
