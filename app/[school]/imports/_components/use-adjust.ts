'use client'

import { useRouter } from 'next/navigation'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import type { AdjustImport } from '@/lib/domain/imports/schema'
import { adjustImportAction } from '../actions'

/** Says how the file is to be read, and has it read again. */
export function useAdjust(slug: string, batch: { id: string; version: number }) {
  const router = useRouter()
  const { call, pending } = useCall()
  const adjust = (change: Omit<AdjustImport, 'importId' | 'version'>) =>
    call(
      () => adjustImportAction(slug, { importId: batch.id, version: batch.version, ...change }),
      () => {
        announceJob()
        router.refresh()
      },
    )
  return { adjust, pending }
}
