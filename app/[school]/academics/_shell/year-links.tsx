import { LinkButton } from '@/components/ui/link-button'
import type { ChosenYear } from './years'

/** The school's years side by side; a school has a handful. */
export function YearLinks({ label, path, chosen }: { label: string; path: string; chosen: ChosenYear }) {
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-1" data-print="hide">
      {chosen.years.map(({ id, name }) => (
        <LinkButton
          key={id}
          href={`${path}?year=${id}`}
          size="sm"
          variant={id === chosen.year?.id ? 'secondary' : 'ghost'}
          aria-current={id === chosen.year?.id ? 'true' : undefined}
          data-keep-scroll=""
        >
          {name}
        </LinkButton>
      ))}
    </nav>
  )
}
