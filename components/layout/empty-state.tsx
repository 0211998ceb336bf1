import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon?: ReactNode
  /** What there is not. */
  title: ReactNode
  /** Why, and what happens next. */
  children?: ReactNode
  /** The step that fills it: LinkButton or Button. */
  action?: ReactNode
  /** The heading of the page, where it is all that there is on it. */
  heading?: 'h1' | 'h2'
}

export function EmptyState({ icon, title, children, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="card grid justify-items-center gap-2 px-6 py-12 text-center">
      {icon && <div className="text-muted [&_svg]:size-6">{icon}</div>}
      <Heading className="text-lg">{title}</Heading>
      {children && <p className="max-w-[52ch] text-muted">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
