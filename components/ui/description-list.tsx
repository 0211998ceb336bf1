import type { ReactNode } from 'react'

export type Description = { term: string; value: ReactNode }

/** What is known, term by term; an empty value reads as a dash. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="description">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="text-muted">—</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
