'use client'

import { useFormatter } from 'next-intl'
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { NumberPoint } from './number-figure'

type Props = { kind: 'bars' | 'line'; points: readonly NumberPoint[]; axis: string; percent?: boolean }

const share = { style: 'percent', maximumFractionDigits: 1 } as const

const text = { fill: 'var(--text-muted)', fontSize: 12 }

const tip = {
  cursor: { fill: 'var(--surface-2)' },
  contentStyle: { background: 'var(--surface)', border: '1px solid var(--border)', borderRadius: 6 },
  itemStyle: { color: 'var(--text)' },
  labelStyle: { color: 'var(--text)', fontWeight: 600 },
  // Said as the table says it, with its unit.
  formatter: (_: unknown, name: unknown, { payload }: { payload?: NumberPoint }) =>
    [payload?.shown ?? '', String(name)] as [string, string],
}

/** Bars lie, so that names are read level; months run from left to right. The table beside it says the same. */
export function NumberChart({ kind, points, axis, percent }: Props) {
  const format = useFormatter()
  const data = [...points]
  if (kind === 'bars')
    return (
      <ResponsiveContainer width="100%" height={data.length * 34 + 56}>
        <BarChart data={data} layout="vertical" accessibilityLayer={false} margin={{ top: 4, right: 16, bottom: 20 }}>
          <CartesianGrid horizontal={false} stroke="var(--border)" />
          <XAxis
            type="number"
            allowDecimals={false}
            tick={text}
            stroke="var(--border-strong)"
            label={{ value: axis, position: 'insideBottom', offset: -12, ...text }}
          />
          <YAxis type="category" dataKey="name" width={132} tick={text} stroke="var(--border-strong)" interval={0} />
          <Tooltip {...tip} />
          <Bar dataKey="value" name={axis} fill="var(--accent)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    )
  return (
    <ResponsiveContainer width="100%" height={240}>
      <LineChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="name" tick={text} stroke="var(--border-strong)" minTickGap={24} />
        <YAxis
          width={56}
          tick={text}
          stroke="var(--border-strong)"
          domain={['auto', 'auto']}
          allowDecimals={percent === true}
          tickFormatter={(value: number) => format.number(value, percent ? share : undefined)}
        />
        <Tooltip {...tip} />
        <Line
          dataKey="value"
          name={axis}
          stroke="var(--accent-ink)"
          strokeWidth={2}
          dot={{ r: 3, fill: 'var(--accent-ink)' }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  )
}
