import { type ChartState, stateLook } from './states'

const marks = {
  solid: <rect width="8" height="8" />,
  dots: <circle cx="4" cy="4" r="1.8" />,
  lines: <path d="M-2 2 2 -2M0 8 8 0M6 10 10 6" strokeWidth="2" fill="none" stroke="currentColor" />,
  cross: <path d="M0 4H8M4 0V8" strokeWidth="1.5" fill="none" stroke="currentColor" />,
  empty: null,
}

export const patternId = (state: ChartState) => `state-${state}`

/** The fill of a state, to be used as `url(#…)`. */
export function StatePattern({ state, id = patternId(state) }: { state: ChartState; id?: string }) {
  const { color, pattern } = stateLook[state]
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" style={{ color }} fill="currentColor">
      <rect width="8" height="8" fill={color} opacity={pattern === 'solid' ? 1 : 0.18} />
      {marks[pattern]}
    </pattern>
  )
}

/** The sign of a state in the legend. */
export function Swatch({ state }: { state: ChartState }) {
  const id = `swatch-${state}`
  return (
    <svg width="16" height="16" aria-hidden="true" className="flex-none">
      <defs>
        <StatePattern state={state} id={id} />
      </defs>
      <rect x="0.5" y="0.5" width="15" height="15" rx="2" fill={`url(#${id})`} stroke={stateLook[state].color} />
    </svg>
  )
}
