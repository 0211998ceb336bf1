import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { readCatalog } from '@/lib/domain/academics/groups/policy'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'

type Props = { params: Promise<{ school: string }>; children: ReactNode }

/** Asked before the skeleton goes out: from then on the answer could not be 404 any more. */
export default async function Layout({ params, children }: Props) {
  const { permissions } = await pageContext(params)
  if (!readCatalog.some((permission) => can(permissions, permission))) notFound()
  return children
}
