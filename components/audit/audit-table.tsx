import { useFormatter } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { AuditDetail } from '@/lib/domain/audit/schema'
import { useAuditWords } from './audit-timeline'
import { sentenceOf } from './sentence'

type Props = {
  lines: readonly AuditDetail[]
  caption: string
  headings: { at: string; what: string; where: string }
}

/** The whole school's history with the moment and the place of each line. */
export function AuditTable({ lines, caption, headings }: Props) {
  const words = useAuditWords()
  const format = useFormatter()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{headings.at}</th>
          <th scope="col">{headings.what}</th>
          <th scope="col">{headings.where}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { text, details } = sentenceOf(line, words)
          return (
            <tr key={line.id}>
              <td className="align-top whitespace-nowrap text-muted">
                <time dateTime={line.at}>{format.dateTime(new Date(line.at), 'moment')}</time>
              </td>
              <td className="min-w-72 py-2 align-top whitespace-normal">
                {text}
                {details.length > 0 && (
                  <ul className="text-sm text-muted">
                    {details.map((detail) => (
                      <li key={detail}>{detail}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td className="align-top text-sm text-muted" title={line.userAgent ?? undefined}>
                {line.ip}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
