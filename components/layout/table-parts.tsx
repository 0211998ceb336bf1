import { ArrowDown, ArrowUp } from 'lucide-react'
import { cellContent, cellText } from './table-cell'
import type { Column, Row } from './table-row'

export function Heading({ column, first }: { column: Column; first: boolean }) {
  const { sort, kind, header, width } = column
  const Arrow = sort?.direction === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      data-kind={kind}
      data-first={first || undefined}
      style={width ? { width } : undefined}
      aria-sort={sort?.direction && (sort.direction === 'asc' ? 'ascending' : 'descending')}
    >
      {sort ? (
        <a href={sort.href} className="inline-flex items-center gap-1 hover:text-text">
          {header}
          {sort.direction && <Arrow aria-hidden="true" className="size-3" />}
        </a>
      ) : (
        header
      )}
    </th>
  )
}

/** A function and not a component: a table has hundreds of cells, and each component costs more than its words. */
export function bodyCell(row: Row, column: Column, first: boolean, end: boolean) {
  const { key, kind, sub, phone, muted, nowrap, header } = column
  const content = cellContent(row.cells[key], kind)
  const under = sub && row.cells[sub] ? <span className="cell-sub">{cellText(row.cells[sub], 'text')}</span> : null
  if (first) {
    return (
      <th key={key} scope="row" data-first="">
        {row.href ? <a href={row.href}>{content}</a> : content}
        {under}
      </th>
    )
  }
  return (
    <td
      key={key}
      data-kind={kind}
      data-phone={phone ?? (end ? 'end' : undefined)}
      data-line={phone || end ? undefined : ''}
      data-label={kind === 'number' ? header : undefined}
      data-muted={muted ? '' : undefined}
      data-nowrap={nowrap ? '' : undefined}
    >
      {content}
      {under}
    </td>
  )
}
