'use client'

import { useMemo } from 'react'
import type { PackedRow, SheetFoot, SheetHead } from '../../_components/sheet-row'

type SheetTableProps = {
  label: string
  /** Heading of the column of names. */
  student: string
  heads: readonly SheetHead[]
  /** The rows as JSON. */
  packed: string
  foot: readonly SheetFoot[]
  /** What is said of a failed mark to those who hear it. */
  low: string
}

/** Students by subjects, names and headings frozen. A failed mark carries a sign: paper has no colour. */
export function SheetTable({ label, student, heads, packed, foot, low }: SheetTableProps) {
  const rows = useMemo(() => JSON.parse(packed) as PackedRow[], [packed])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls sideways, the keyboard must be able to scroll it
    <section className="marks" tabIndex={0} aria-label={label}>
      <table>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{student}</th>
            {heads.map(({ key, text, title, kind }) => (
              <th key={key} scope="col" data-kind={kind} title={title}>
                <span>{text}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, href, name, cells, low: failed }, index) => (
            <tr key={id}>
              <th scope="row">
                <span className="marks-number">{index + 1}</span>
                {href ? <a href={href}>{name}</a> : name}
              </th>
              {cells.map((cell, at) => {
                const isLow = failed.includes(at)
                return (
                  <td key={heads[at]?.key ?? at} data-kind={heads[at]?.kind} data-low={isLow ? '' : undefined}>
                    {cell}
                    {isLow && <span className="sr-only"> {low}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {foot.map(({ text, cells }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              {cells.map((cell, at) => (
                <td key={heads[at]?.key ?? at} data-kind={heads[at]?.kind}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  )
}
