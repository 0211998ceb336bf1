'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
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

/** The chart, and the same numbers as a table one key away; on paper both. */
export function Funnel({ title, rows, texts }: FunnelProps) {
  const [asTable, setAsTable] = useState(false)
  const states = chartStates.filter((state) => rows.some((row) => row[state] > 0))
  // Axes around nothing say no more than the sentence.
  if (rows.length === 0)
    return (
      <figure className="card p-4 md:p-5">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
      </figure>
    )
  return (
    <figure className="card grid gap-3 p-4 md:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
        <Button size="sm" data-print="hide" onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.asChart : texts.asTable}
        </Button>
      </div>
      {!asTable && (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {states.map((state) => (
              <li key={state} className="flex items-center gap-1.5">
                <Swatch state={state} />
                {texts.states[state]}
              </li>
            ))}
          </ul>
          <div aria-hidden="true">
            <FunnelChart
              rows={rows}
              states={states}
              names={texts.states}
              gradeAxis={texts.grade}
              countAxis={texts.axis}
            />
          </div>
        </>
      )}
      <div className={asTable ? undefined : 'hidden print:block'}>
        <FunnelTable rows={rows} states={states} texts={texts} reachable={asTable} />
      </div>
    </figure>
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
  return (
    <Table caption={texts.caption}>
      <thead>
        <tr>
          <th scope="col">{texts.grade}</th>
          {states.map((state) => (
            <th key={state} scope="col" data-kind="number">
              {texts.states[state]}
            </th>
          ))}
          <th scope="col" data-kind="number">
            {texts.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.gradeLevel}>
            <th scope="row">
              {reachable && row.href ? (
                <Link href={row.href} className="hover:underline">
                  {row.grade}
                </Link>
              ) : (
                row.grade
              )}
            </th>
            {states.map((state) => (
              <td key={state} data-kind="number">
                {row[state]}
              </td>
            ))}
            <td data-kind="number">{row.total}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
