'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'

const NumberChart = dynamic(() => import('./number-chart').then((module) => module.NumberChart), {
  ssr: false,
  loading: () => <Skeleton className="h-64" />,
})

/** `shown` is the value in words, "93 %". */
export type NumberPoint = { id: string; name: string; value: number; shown: string }

type NumberFigureProps = {
  /** The finding: what the chart shows, in a sentence. */
  title: string
  kind: 'bars' | 'line'
  points: readonly NumberPoint[]
  /** Values are shares of one. */
  percent?: boolean
  texts: { asTable: string; asChart: string; first: string; value: string; caption: string }
}

/** One number of many, or of many months, as a chart, and the same as a table one key away; on paper both. */
export function NumberFigure({ title, kind, points, percent, texts }: NumberFigureProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="card grid grid-cols-1 content-start gap-3 p-4 md:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
        {points.length > 0 && (
          <Button size="sm" data-print="hide" onClick={() => setAsTable(!asTable)}>
            {asTable ? texts.asChart : texts.asTable}
          </Button>
        )}
      </div>
      {!asTable && points.length > 0 && (
        <div aria-hidden="true">
          <NumberChart kind={kind} points={points} axis={texts.value} percent={percent} />
        </div>
      )}
      <div className={asTable ? undefined : 'hidden print:block'}>
        <Table caption={texts.caption}>
          <thead>
            <tr>
              <th scope="col">{texts.first}</th>
              <th scope="col" data-kind="number">
                {texts.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, name, shown }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-kind="number">{shown}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </figure>
  )
}
