import type { ReactNode } from 'react'
import { cx } from './cx'

export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx('card p-4 md:p-5', className)}>{children}</div>
}

type SectionProps = {
  title: ReactNode
  /** One sentence under the title. */
  intro?: ReactNode
  actions?: ReactNode
  id?: string
  /** Without the box, for what brings its own frame (a table). */
  bare?: boolean
  children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, intro, actions, id, bare, children }: SectionProps) {
  return (
    <section id={id} className="grid content-start gap-3">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div>
          <h2 className="text-lg">{title}</h2>
          {intro && <p className="reading text-muted">{intro}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {bare ? children : <Card>{children}</Card>}
    </section>
  )
}
