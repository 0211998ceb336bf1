import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'

export type Tone = 'neutral' | 'ok' | 'warning' | 'danger' | 'info' | 'accent'

const icons = {
  neutral: CircleDashed,
  ok: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  info: Info,
  accent: Info,
} as const

/** A meaning is never colour alone: this is the sign that goes with it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = icons[tone]
  return <Icon aria-hidden="true" />
}
