import { useLocale, useTranslations } from 'next-intl'
import { documentTone } from '@/components/enrollments/status-tone'
import { StatusBadge } from '@/components/ui/badge'
import { readRejection } from '@/lib/domain/enrollments/documents/rules'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import { relativeTime } from '@/lib/shared/dates'

type Document = EnrollmentDetail['documents'][number]

function Detail({ document, now }: { document: Document; now: Date }) {
  const t = useTranslations('enrollments')
  const rejections = useTranslations('documents.rejectionShort')
  const locale = useLocale()
  const { status, uploadedAt, validatedAt } = document
  if (status === 'rejected') {
    const rejection = readRejection(document.rejectionReason)
    return rejection && <>{rejection.note ?? rejections(rejection.code)}</>
  }
  if (validatedAt && status === 'validated')
    return <>{t('detail.validatedAt', { when: relativeTime(new Date(validatedAt), now, locale) })}</>
  return uploadedAt && <>{t('detail.uploadedAt', { when: relativeTime(new Date(uploadedAt), now, locale) })}</>
}

/** The papers with their states, in the school's order. */
export function Documents({ documents, now }: { documents: readonly Document[]; now: Date }) {
  const t = useTranslations('enrollments')
  const states = useTranslations('documents.status')
  return (
    <ul className="divide-y divide-border">
      {documents.map((document) => (
        <li key={document.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
          <span className="min-w-0 flex-1 basis-56">
            {document.name}
            {!document.required && <span className="text-muted"> ({t('detail.optional')})</span>}
            <span className="block text-sm text-muted empty:hidden">
              <Detail document={document} now={now} />
            </span>
          </span>
          <StatusBadge tone={documentTone[document.status]}>{states(document.status)}</StatusBadge>
        </li>
      ))}
    </ul>
  )
}
