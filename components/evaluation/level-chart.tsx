'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import { chartLevels, LevelPattern, levelColor } from './level-look'

/** Counts of marks by level. */
export type LevelBar = { id: string; name: string; total: number } & Record<NationalLevel, number>

type LevelChartProps = {
  bars: readonly LevelBar[]
  names: Record<NationalLevel, string>
  axis: string
  /** Part of the patterns' ids: two charts stand on the page. */
  scope: string
}

const text = { fill: 'var(--text-muted)', fontSize: 12 }
const percent = (value: number) => `${Math.round(value * 100)} %`

/** A bar of shares for each line. The table beside it says the same to who does not see it. */
export function LevelChart({ bars, names, axis, scope }: LevelChartProps) {
  const id = (level: NationalLevel) => `${scope}-${level}`
  return (
    <ResponsiveContainer width="100%" height={bars.length * 34 + 64}>
      <BarChart
        data={[...bars]}
        layout="vertical"
        stackOffset="expand"
        accessibilityLayer={false}
        margin={{ top: 4, right: 16, bottom: 20, left: 4 }}
      >
        <defs>
          {chartLevels.map((level) => (
            <LevelPattern key={level} level={level} id={id(level)} />
          ))}
        </defs>
        <CartesianGrid horizontal={false} stroke="var(--border)" />
        <XAxis
          type="number"
          tickFormatter={percent}
          tick={text}
          stroke="var(--border-strong)"
          label={{ value: axis, position: 'insideBottom', offset: -12, ...text }}
        />
        <YAxis type="category" dataKey="name" width={132} tick={text} stroke="var(--border-strong)" interval={0} />
        <Tooltip
          cursor={{ fill: 'var(--surface-2)' }}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--border)', borderRadius: 6 }}
          itemStyle={{ color: 'var(--text)' }}
          labelStyle={{ color: 'var(--text)', fontWeight: 600 }}
        />
        {chartLevels.map((level) => (
          <Bar
            key={level}
            dataKey={level}
            name={names[level]}
            stackId="level"
            fill={`url(#${id(level)})`}
            stroke={levelColor(level)}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
