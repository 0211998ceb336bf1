'use client'

import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { exportOwnSchoolAction, fetchOwnExportAction } from './actions'

/** While one is being made it waits and keeps the focus: a disabled button would drop it. */
export function MakeCopy({ slug, label, making }: { slug: string; label: string; making: boolean }) {
  const { call, pending } = useCall()
  return (
    <Button variant="primary" loading={pending || making} onClick={() => call(() => exportOwnSchoolAction(slug, {}))}>
      {label}
    </Button>
  )
}

/** The address is good for a minute, so it is asked for when it is wanted. */
export function FetchCopy({ slug, exportId, label }: { slug: string; exportId: string; label: string }) {
  const { call, pending } = useCall()
  const fetchCopy = () =>
    call(
      () => fetchOwnExportAction(slug, { exportId }),
      ({ url }) => window.location.assign(url),
    )
  return (
    <Button size="sm" loading={pending} onClick={fetchCopy}>
      {label}
    </Button>
  )
}
