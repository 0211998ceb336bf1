'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { patternId, StatePattern } from './pattern'
import { type ChartRow, type ChartState, stateLook } from './states'

type FunnelChartProps = {
  rows: readonly ChartRow[]
  states: readonly ChartState[]
  names: Record<ChartState, string>
  gradeAxis: string
  countAxis: string
}

const text = { fill: 'var(--text-muted)', fontSize: 12 }

/** A bar per grade, stacked by state. The table beside it says the same to who does not see it. */
export function FunnelChart({ rows, states, names, gradeAxis, countAxis }: FunnelChartProps) {
  return (
    <ResponsiveContainer width="100%" height={rows.length * 30 + 64}>
      <BarChart
        data={[...rows]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 4, right: 16, bottom: 20, left: 12 }}
      >
        <defs>
          {states.map((state) => (
            <StatePattern key={state} state={state} />
          ))}
        </defs>
        <CartesianGrid horizontal={false} stroke="var(--border)" />
        <XAxis
          type="number"
          allowDecimals={false}
          tick={text}
          stroke="var(--border-strong)"
          label={{ value: countAxis, position: 'insideBottom', offset: -12, ...text }}
        />
        <YAxis
          type="category"
          dataKey="grade"
          width={48}
          tick={text}
          stroke="var(--border-strong)"
          interval={0}
          // Beside one or two bars the word does not fit.
          label={rows.length > 2 ? { value: gradeAxis, angle: -90, position: 'insideLeft', ...text } : undefined}
        />
        <Tooltip
          cursor={{ fill: 'var(--surface-2)' }}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--border)', borderRadius: 6 }}
          itemStyle={{ color: 'var(--text)' }}
          labelStyle={{ color: 'var(--text)', fontWeight: 600 }}
        />
        {states.map((state) => (
          <Bar
            key={state}
            dataKey={state}
            name={names[state]}
            stackId="state"
            fill={`url(#${patternId(state)})`}
            stroke={stateLook[state].color}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
