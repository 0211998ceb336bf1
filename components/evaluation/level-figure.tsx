'use client'

import dynamic from 'next/dynamic'
import { ChartFigure } from '@/components/ui/chart-figure'
import { CountTable } from '@/components/ui/count-table'
import { Skeleton } from '@/components/ui/skeleton'
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

/** Marks by level as bars, or as a table. */
export function LevelFigure({ title, bars, scope, texts }: LevelFigureProps) {
  const columns = [
    ...chartLevels.map((level) => ({ key: level as string, name: texts.levels[level] })),
    { key: 'total', name: texts.total },
  ]
  const rows = bars.map((bar) => ({
    key: bar.id,
    name: bar.name,
    cells: [...chartLevels.map((level) => bar[level]), bar.total],
  }))
  return (
    <ChartFigure
      title={title}
      texts={texts}
      legend={chartLevels.map((level) => ({
        key: level,
        swatch: <LevelSwatch level={level} scope={scope} />,
        name: texts.levels[level],
      }))}
      chart={bars.length > 0 ? <LevelChart bars={bars} names={texts.levels} axis={texts.axis} scope={scope} /> : null}
      table={() => <CountTable caption={texts.caption} first={texts.first} columns={columns} rows={rows} />}
    />
  )
}
