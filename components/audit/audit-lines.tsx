import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AuditDetail } from '@/lib/domain/audit/schema'
import { sentenceOf } from '@/lib/domain/audit/wording/rules'
import { useAuditWords } from './audit-timeline'

/** Where the record is that a line speaks of; many sentences do not name it. */
function recordOf({ entity, entityId, studentId, after }: AuditDetail): string | null {
  if (entity === 'family_link' && typeof after?.guardianId === 'string') return `guardians/${after.guardianId}`
  if (entityId && entity === 'enrollment') return `enrollments/${entityId}`
  if (entityId && entity === 'guardian') return `guardians/${entityId}`
  return studentId && `students/${studentId}`
}

/** The whole school's history with the moment and the place of each line. */
export function AuditLines({ lines, school }: { lines: readonly AuditDetail[]; school: string }) {
  const t = useTranslations('settings')
  const words = useAuditWords()
  const format = useFormatter()
  return (
    <ol className="card mt-3 divide-y divide-border">
      {lines.map((line) => {
        const { text, details } = sentenceOf(line, words)
        const record = recordOf(line)
        return (
          <li key={line.id} className="grid gap-x-4 px-4 py-2.5 md:grid-cols-[11rem_1fr_auto]">
            <time dateTime={line.at} className="nums text-sm text-muted">
              {format.dateTime(new Date(line.at), 'moment')}
            </time>
            <div className="min-w-0">
              {text}
              {record && (
                <Link href={`/${school}/${record}`} prefetch={false} className="link ml-2 whitespace-nowrap text-sm">
                  {t('audit.record')}
                </Link>
              )}
              {details.length > 0 && (
                <ul className="text-sm text-muted">
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )}
            </div>
            <span className="nums text-sm text-muted" title={line.userAgent ?? undefined}>
              {line.ip !== 'system' && line.ip}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
