import { getTranslations } from 'next-intl/server'
import type { Tone } from '@/components/ui/tone'
import type { MeetingStatus } from '@/lib/domain/meetings/rules'
import type { GradeLevel } from '@/lib/shared/grades'

export const statusTone: Record<MeetingStatus, Tone> = { planned: 'info', held: 'warning', signed: 'ok' }

/** How a meeting is called: «Periodo 2 · Sexto», «Fin de año · Todos los grados». */
export async function meetingWords() {
  const [t, grades] = await Promise.all([getTranslations('meetings'), getTranslations('grades')])
  const grade = (level: string | null) => (level ? grades(`label.${level as GradeLevel}`) : t('allGrades'))
  const nameOf = ({ period, gradeLevel }: { period: { name: string } | null; gradeLevel: string | null }) =>
    t('name', { period: period?.name ?? t('yearEnd'), grade: grade(gradeLevel) })
  return { t, grade, nameOf }
}
