'use client'

import dynamic from 'next/dynamic'
import { ChartFigure } from '@/components/ui/chart-figure'
import { CountTable } from '@/components/ui/count-table'
import { Skeleton } from '@/components/ui/skeleton'

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

/** One number of many, or of many months, as a chart or as a table. */
export function NumberFigure({ title, kind, points, percent, texts }: NumberFigureProps) {
  return (
    <ChartFigure
      title={title}
      texts={texts}
      chart={
        points.length > 0 ? <NumberChart kind={kind} points={points} axis={texts.value} percent={percent} /> : null
      }
      table={() => (
        <CountTable
          caption={texts.caption}
          first={texts.first}
          columns={[{ key: 'value', name: texts.value }]}
          rows={points.map(({ id, name, shown }) => ({ key: id, name, cells: [shown] }))}
        />
      )}
    />
  )
}
