'use client'

import { type ReactNode, useState } from 'react'
import { Button } from './button'

type LegendEntry = { key: string; swatch: ReactNode; name: string }

type ChartFigureProps = {
  /** The finding: what the chart shows, in a sentence. */
  title: ReactNode
  /** Null where there is nothing to draw: the title says so. */
  chart: ReactNode | null
  legend?: readonly LegendEntry[]
  /** The same numbers; `seen` is false while only paper shows them. */
  table: (seen: boolean) => ReactNode
  texts: { asTable: string; asChart: string }
}

/** A chart, and the same numbers as a table one key away; on paper both. */
export function ChartFigure({ title, chart, legend = [], table, texts }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="card grid grid-cols-1 content-start gap-3 p-4 md:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
        {chart !== null && (
          <Button size="sm" data-print="hide" onClick={() => setAsTable(!asTable)}>
            {asTable ? texts.asChart : texts.asTable}
          </Button>
        )}
      </div>
      {!asTable && chart !== null && legend.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {legend.map(({ key, swatch, name }) => (
            <li key={key} className="flex items-center gap-1.5">
              {swatch}
              {name}
            </li>
          ))}
        </ul>
      )}
      {!asTable && chart !== null && <div aria-hidden="true">{chart}</div>}
      <div className={asTable ? undefined : 'hidden print:block'}>{table(asTable)}</div>
    </figure>
  )
}
