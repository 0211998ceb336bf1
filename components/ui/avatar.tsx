import { cx } from './cx'

/** Two letters of a name; beside the name itself, so it stays silent for screen readers. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' | 'lg' }) {
  const words = name.trim().split(/\s+/)
  const letters = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
  const box = { sm: 'size-6 text-xs', md: 'size-8 text-xs', lg: 'size-14 text-lg' }[size]
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-grid flex-none place-items-center rounded-full bg-accent-soft font-medium text-accent-ink',
        box,
      )}
    >
      {letters}
    </span>
  )
}
