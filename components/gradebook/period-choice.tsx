import { cx } from '@/components/ui/cx'

type PeriodChoiceProps = {
  label: string
  periods: readonly { href: string; label: string; current: boolean; muted: boolean }[]
}

/** The year's periods, one of them open: links, so that an address says which. */
export function PeriodChoice({ label, periods }: PeriodChoiceProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1" data-print="hide">
      {periods.map(({ href, label: name, current, muted }) => (
        <a
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className={cx(
            'hit rounded border px-3 py-1 text-sm',
            current ? 'border-accent bg-accent-soft font-medium text-accent-ink' : 'border-border hover:bg-surface-2',
            muted && !current && 'text-muted',
          )}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
