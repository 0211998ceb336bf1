import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'

type Props = { params: Promise<{ school: string }>; children: ReactNode }

/** What changes the structure is the rector's. */
export default async function Layout({ params, children }: Props) {
  const { permissions } = await pageContext(params)
  if (!can(permissions, 'config:institution')) notFound()
  return children
}
