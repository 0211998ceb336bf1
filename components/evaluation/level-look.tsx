import { type NationalLevel, nationalLevels } from '@/lib/domain/evaluation/schema'

/** What is low stands first in every bar: it is what the chart is looked at for. */
export const chartLevels = nationalLevels.toReversed()

const looks: Record<NationalLevel, { color: string; fill: 'solid' | 'dots' | 'lines' | 'empty' }> = {
  low: { color: 'var(--danger)', fill: 'solid' },
  basic: { color: 'var(--warning)', fill: 'lines' },
  high: { color: 'var(--info)', fill: 'dots' },
  superior: { color: 'var(--ok)', fill: 'empty' },
}

const marks = {
  solid: <rect width="8" height="8" />,
  dots: <circle cx="4" cy="4" r="1.8" />,
  lines: <path d="M-2 2 2 -2M0 8 8 0M6 10 10 6" strokeWidth="2" fill="none" stroke="currentColor" />,
  empty: null,
}

export const levelColor = (level: NationalLevel) => looks[level].color

/** Each level has a colour and a pattern of its own, for paper and for eyes that see no colours. */
export function LevelPattern({ level, id }: { level: NationalLevel; id: string }) {
  const { color, fill } = looks[level]
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" style={{ color }} fill="currentColor">
      <rect width="8" height="8" fill={color} opacity={fill === 'solid' ? 1 : 0.15} />
      {marks[fill]}
    </pattern>
  )
}

/** The sign of a level in the legend. */
export function LevelSwatch({ level, scope }: { level: NationalLevel; scope: string }) {
  const id = `${scope}-swatch-${level}`
  return (
    <svg width="16" height="16" aria-hidden="true" className="flex-none">
      <defs>
        <LevelPattern level={level} id={id} />
      </defs>
      <rect x="0.5" y="0.5" width="15" height="15" rx="2" fill={`url(#${id})`} stroke={levelColor(level)} />
    </svg>
  )
}
