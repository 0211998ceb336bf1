import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import { isShift } from '@/lib/domain/enrollments/rules'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import { ageOn, dayOf, formatDay, today } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import { isGradeLevel } from '@/lib/shared/grades'

/** Where the child sits, and who it is. */
export function Facts({ enrollment }: { enrollment: EnrollmentDetail }) {
  const t = useTranslations('enrollments')
  const grades = useTranslations('grades.label')
  const locale = useLocale()
  const { gradeLevel, groupCode, shift, student, previousSchool } = enrollment
  const age = student.birthDate && t('detail.age', { age: ageOn(student.birthDate, today()) })
  return (
    <DescriptionList
      items={[
        {
          term: t('detail.document'),
          value: <span className="nums">{showDocument(enrollment.documentType, enrollment.documentNumber)}</span>,
        },
        {
          term: t('detail.birthDate'),
          value: student.birthDate && `${formatDay(student.birthDate, locale)} · ${age}`,
        },
        {
          term: t('column.grade'),
          value: [isGradeLevel(gradeLevel) ? grades(gradeLevel) : gradeLevel, groupCode].filter(Boolean).join(' '),
        },
        { term: t('column.shift'), value: shift && (isShift(shift) ? t(`shift.${shift}`) : shift) },
        { term: t('column.kind'), value: t(`kind.${enrollment.kind}`) },
        ...(previousSchool ? [{ term: t('detail.previousSchool'), value: previousSchool }] : []),
        { term: t('detail.openedOn'), value: formatDay(dayOf(new Date(enrollment.createdAt)), locale) },
      ]}
    />
  )
}
