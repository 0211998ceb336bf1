'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type NavLinkProps = { href: string; exact?: boolean; className: string; children: ReactNode }

/** A link that knows when the page is its own, or below it. */
export function NavLink({ href, exact, className, children }: NavLinkProps) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <a href={href} className={className} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  )
}
