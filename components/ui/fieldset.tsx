import type { ReactNode } from 'react'

/** A titled group of fields inside a form. */
export function Fieldset({ legend, help, children }: { legend: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 not-first:mt-3">
      <legend className={help ? 'text-lg font-semibold' : 'mb-2 text-lg font-semibold'}>{legend}</legend>
      {help && <p className="mb-3 text-muted">{help}</p>}
      <div className="grid gap-4">{children}</div>
    </fieldset>
  )
}
