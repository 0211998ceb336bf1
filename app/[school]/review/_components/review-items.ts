import { getLocale, getTranslations } from 'next-intl/server'
import type { QueueItem } from '@/lib/domain/enrollments/documents/schema'
import { catalogueCodes } from '@/lib/domain/requirements/rules'
import { ageOn, relativeTime, showDay, today } from '@/lib/shared/dates'
import { type IdentityDocumentType, showDocument } from '@/lib/shared/documents-id'
import { fileSize } from './file-size'
import type { ReviewItem } from './review-item'

/** The queue's rows as a reviewer reads them. */
export async function reviewItems(rows: QueueItem[]): Promise<ReviewItem[]> {
  const [t, grades, requirements, enrollments, locale] = await Promise.all([
    getTranslations('review'),
    getTranslations('grades'),
    getTranslations('requirements'),
    getTranslations('enrollments'),
    getLocale(),
  ])
  const now = new Date()
  return rows.map((row) => {
    const when = relativeTime(new Date(row.uploadedAt), now, locale)
    const grade = grades(`short.${row.gradeLevel}` as 'short.1')
    const place = `${grade}${row.groupCode ? ` ${row.groupCode}` : ''}`
    const birth = row.birthDate
      ? t('age', { day: showDay(row.birthDate), years: ageOn(row.birthDate, today(now)) })
      : t('noBirthDate')
    return {
      documentId: row.documentId,
      version: row.version,
      enrollmentId: row.enrollmentId,
      student: row.student,
      name: row.name,
      required: row.required,
      waiting: when,
      place,
      facts: [
        { term: t('student'), value: row.student },
        { term: t('identity'), value: showDocument(row.identity.type as IdentityDocumentType, row.identity.number) },
        { term: t('birthDate'), value: birth },
        { term: t('place'), value: `${place} · ${row.yearName}` },
        { term: t('kind'), value: enrollments(`kind.${row.enrollmentKind}` as 'kind.new') },
        { term: t('sent'), value: row.sentBy ? t('sentBy', { when, who: row.sentBy }) : when },
        { term: t('file'), value: `${row.file.fileName} · ${fileSize(row.file.size)}` },
      ],
      mustShow: catalogueCodes.includes(row.documentType)
        ? requirements(`catalogue.${row.documentType as 'birth_certificate'}.review`)
        : row.help,
      earlier: row.earlier,
      file: { id: row.file.id, fileName: row.file.fileName, contentType: row.file.contentType },
    }
  })
}
