import type { ReactNode } from 'react'

export type TimelineItem = {
  id: string
  /** A sentence: "Marta Ríos cambió el teléfono de 300… a 301…" */
  text: ReactNode
  /** "hace 2 h" */
  when: string
  /** The machine's form of the moment, ISO. */
  at?: string
  detail?: ReactNode
}

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id}>
          <span>{item.text}</span>
          <span className="text-muted">
            {' · '}
            <time dateTime={item.at} className="whitespace-nowrap">
              {item.when}
            </time>
          </span>
          {item.detail && <div className="mt-1 text-sm text-muted">{item.detail}</div>}
        </li>
      ))}
    </ol>
  )
}
