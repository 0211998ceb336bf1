import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import type { ShellSchool } from './app-shell'

type SchoolSwitcherProps = {
  school?: ShellSchool
  schools: readonly ShellSchool[]
  place: string
  adminHref?: string
}

function Name({ name }: { name: string }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-6 flex-none place-items-center rounded bg-accent text-xs font-semibold text-accent-text"
      >
        {name[0]?.toUpperCase()}
      </span>
      <span className="truncate font-semibold md:max-w-64">{name}</span>
    </>
  )
}

/** Where one is; with several schools, also the way to another. */
export function SchoolSwitcher({ school, schools, place, adminHref }: SchoolSwitcherProps) {
  const t = useTranslations('ui')
  const name = school?.name ?? place
  const others = schools.filter((other) => other.slug !== school?.slug)
  if (others.length === 0 && !adminHref) {
    return (
      <a href={school ? `/${school.slug}` : '/'} className="btn btn-ghost min-w-0 justify-start px-1.5">
        <Name name={name} />
      </a>
    )
  }
  const items: MenuItem[] = [
    { heading: t('schools') },
    ...schools.map((other) => ({
      label: other.name,
      href: `/${other.slug}`,
      checked: other.slug === school?.slug || undefined,
    })),
    ...(adminHref ? (['line', { label: t('platform'), href: adminHref }] as const) : []),
  ]
  return (
    <Menu label={t('switchSchool', { name })} items={items} align="start" className="min-w-0 justify-start px-1.5">
      <Name name={name} />
      <ChevronsUpDown aria-hidden="true" className="text-muted" />
    </Menu>
  )
}
