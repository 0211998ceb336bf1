import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Operation } from '@/lib/platform/operation'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'

type Props = { params: Promise<{ school: string }>; children: ReactNode }

/**
 * The layout of pages that show a skeleton first: who may not call the operation gets a 404. Asked before the skeleton goes
 * out, because from then on the answer could not be 404 any more. A page of one record has no skeleton, for the same reason.
 */
export const gate = ({ permissions: needed }: Pick<Operation, 'permissions'>) =>
  async function Gate({ params, children }: Props) {
    const { permissions } = await pageContext(params)
    if (!needed.some((permission) => can(permissions, permission))) notFound()
    return children
  }
