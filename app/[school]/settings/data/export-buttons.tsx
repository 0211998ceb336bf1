'use client'

import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { exportOwnSchoolAction, fetchOwnExportAction } from './actions'

export function MakeCopy({ slug, label, disabled }: { slug: string; label: string; disabled: boolean }) {
  const { call, pending } = useCall()
  return (
    <Button
      variant="primary"
      disabled={disabled}
      loading={pending}
      onClick={() => call(() => exportOwnSchoolAction(slug, {}))}
    >
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
