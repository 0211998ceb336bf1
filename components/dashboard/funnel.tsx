'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ChartFigure } from '@/components/ui/chart-figure'
import { CountTable } from '@/components/ui/count-table'
import { Skeleton } from '@/components/ui/skeleton'
import { Swatch } from './pattern'
import { type ChartRow, type ChartState, chartStates } from './states'

const FunnelChart = dynamic(() => import('./funnel-chart').then((module) => module.FunnelChart), {
  ssr: false,
  loading: () => <Skeleton className="h-80" />,
})

export type FunnelTexts = {
  asTable: string
  asChart: string
  grade: string
  total: string
  axis: string
  caption: string
  states: Record<ChartState, string>
}

type FunnelProps = {
  /** The finding: what the chart shows, in a sentence. */
  title: ReactNode
  rows: readonly ChartRow[]
  texts: FunnelTexts
}

/** Enrollments by grade and state as bars, or as a table; only states that occur. */
export function Funnel({ title, rows, texts }: FunnelProps) {
  const states = chartStates.filter((state) => rows.some((row) => row[state] > 0))
  return (
    <ChartFigure
      title={title}
      texts={texts}
      legend={states.map((state) => ({ key: state, swatch: <Swatch state={state} />, name: texts.states[state] }))}
      chart={
        rows.length > 0 ? (
          <FunnelChart
            rows={rows}
            states={states}
            names={texts.states}
            gradeAxis={texts.grade}
            countAxis={texts.axis}
          />
        ) : null
      }
      table={(seen) => <FunnelTable rows={rows} states={states} texts={texts} reachable={seen} />}
    />
  )
}

type FunnelTableProps = {
  rows: readonly ChartRow[]
  states: readonly ChartState[]
  texts: FunnelTexts
  /** Its links only where they can be seen. */
  reachable: boolean
}

function FunnelTable({ rows, states, texts, reachable }: FunnelTableProps) {
  const nameOf = ({ grade, href }: ChartRow) =>
    reachable && href ? (
      <Link href={href} className="hover:underline">
        {grade}
      </Link>
    ) : (
      grade
    )
  return (
    <CountTable
      caption={texts.caption}
      first={texts.grade}
      columns={[
        ...states.map((state) => ({ key: state as string, name: texts.states[state] })),
        { key: 'total', name: texts.total },
      ]}
      rows={rows.map((row) => ({
        key: row.gradeLevel,
        name: nameOf(row),
        cells: [...states.map((state) => row[state]), row.total],
      }))}
    />
  )
}
