'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import type { LevelBar } from './level-chart'
import { chartLevels, LevelSwatch } from './level-look'

const LevelChart = dynamic(() => import('./level-chart').then((module) => module.LevelChart), {
  ssr: false,
  loading: () => <Skeleton className="h-80" />,
})

type LevelFigureProps = {
  /** The finding: what the chart shows, in a sentence. */
  title: string
  bars: readonly LevelBar[]
  scope: string
  texts: {
    asTable: string
    asChart: string
    first: string
    total: string
    axis: string
    caption: string
    levels: Record<NationalLevel, string>
  }
}

/** Marks by level as bars, and the same numbers as a table one key away; on paper both. */
export function LevelFigure({ title, bars, scope, texts }: LevelFigureProps) {
  const [asTable, setAsTable] = useState(false)
  // Axes around nothing say no more than the sentence.
  if (bars.length === 0)
    return (
      <figure className="card p-4 md:p-5">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
      </figure>
    )
  return (
    <figure className="card grid grid-cols-1 gap-3 p-4 md:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="text-lg font-semibold">{title}</figcaption>
        <Button size="sm" data-print="hide" onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.asChart : texts.asTable}
        </Button>
      </div>
      {!asTable && (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {chartLevels.map((level) => (
              <li key={level} className="flex items-center gap-1.5">
                <LevelSwatch level={level} scope={scope} />
                {texts.levels[level]}
              </li>
            ))}
          </ul>
          <div aria-hidden="true">
            <LevelChart bars={bars} names={texts.levels} axis={texts.axis} scope={scope} />
          </div>
        </>
      )}
      <div className={asTable ? undefined : 'hidden print:block'}>
        <Table caption={texts.caption}>
          <thead>
            <tr>
              <th scope="col">{texts.first}</th>
              {chartLevels.map((level) => (
                <th key={level} scope="col" data-kind="number">
                  {texts.levels[level]}
                </th>
              ))}
              <th scope="col" data-kind="number">
                {texts.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.id}>
                <th scope="row">{bar.name}</th>
                {chartLevels.map((level) => (
                  <td key={level} data-kind="number">
                    {bar[level]}
                  </td>
                ))}
                <td data-kind="number">{bar.total}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </figure>
  )
}
