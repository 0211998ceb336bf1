import { useFormatter } from 'next-intl'
import type { AuditDetail } from '@/lib/domain/audit/schema'
import { useAuditWords } from './audit-timeline'
import { sentenceOf } from './sentence'

/** The whole school's history with the moment and the place of each line. */
export function AuditLines({ lines }: { lines: readonly AuditDetail[] }) {
  const words = useAuditWords()
  const format = useFormatter()
  return (
    <ol className="card mt-3 divide-y divide-border">
      {lines.map((line) => {
        const { text, details } = sentenceOf(line, words)
        return (
          <li key={line.id} className="grid gap-x-4 px-4 py-2.5 md:grid-cols-[11rem_1fr_auto]">
            <time dateTime={line.at} className="nums text-sm text-muted">
              {format.dateTime(new Date(line.at), 'moment')}
            </time>
            <div className="min-w-0">
              {text}
              {details.length > 0 && (
                <ul className="text-sm text-muted">
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )}
            </div>
            <span className="nums text-sm text-muted" title={line.userAgent ?? undefined}>
              {line.ip}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
