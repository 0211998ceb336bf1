import { LinkButton } from '@/components/ui/link-button'

type Grade = { level: string; href: string; name: string; missing: number; label: string }

/** The grades side by side, each with how many of its courses nobody teaches. */
export function GradeLinks({ label, current, grades }: { label: string; current: string; grades: readonly Grade[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1" data-print="hide">
      {grades.map(({ level, href, name, missing, label: full }) => (
        <LinkButton
          key={level}
          href={href}
          size="sm"
          variant={level === current ? 'secondary' : 'ghost'}
          aria-current={level === current ? 'true' : undefined}
          aria-label={full}
          data-keep-scroll=""
        >
          {name}
          {missing > 0 && <span className="nav-count ml-0">{missing}</span>}
        </LinkButton>
      ))}
    </nav>
  )
}
