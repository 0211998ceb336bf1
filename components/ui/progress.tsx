type ProgressProps = {
  value: number
  max: number
  /** What is advancing. */
  label: string
  /** The count in words: "3 de 8". */
  text: string
}

export function Progress({ value, max, label, text }: ProgressProps) {
  const part = max > 0 ? Math.min(100, Math.round((value / max) * 100)) : 0
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className="nums text-muted">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <div className="h-full rounded-full bg-accent-ink" style={{ width: `${part}%` }} />
      </div>
    </div>
  )
}
