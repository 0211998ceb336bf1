import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Without an address it is where one is. */
export type Crumb = { label: string; href?: string }

/** The way back up; on a phone only the last step of it. The page itself is the heading below. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('ui')
  const last = crumbs.at(-1)
  if (!last) return null
  return (
    <nav aria-label={t('breadcrumb')} className="mb-1 text-sm text-muted">
      <ol className="hidden flex-wrap items-center md:flex">
        {crumbs.map((crumb) => (
          <li key={crumb.label} className="not-last:after:px-1.5 not-last:after:content-['/']">
            {crumb.href ? (
              <a href={crumb.href} className="hover:text-text hover:underline">
                {crumb.label}
              </a>
            ) : (
              crumb.label
            )}
          </li>
        ))}
      </ol>
      {last.href && (
        <a href={last.href} className="hit inline-flex min-h-8 max-w-full items-center gap-0.5 md:hidden">
          <ChevronLeft aria-hidden="true" className="-ml-1 size-4 flex-none" />
          <span className="truncate">{last.label}</span>
        </a>
      )}
    </nav>
  )
}
