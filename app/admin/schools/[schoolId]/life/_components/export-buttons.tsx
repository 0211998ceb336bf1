'use client'

import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { exportSchoolAction, fetchExportAction } from '../../../../actions'

export function StartExport({ schoolId, making }: { schoolId: string; making: boolean }) {
  const t = useTranslations('admin')
  const { call, pending } = useCall()
  const start = () =>
    call(
      () => exportSchoolAction({ schoolId }),
      () => toast({ tone: 'ok', text: t('exportStarted') }),
    )
  return (
    <Button size="sm" loading={pending || making} onClick={start}>
      {t('export')}
    </Button>
  )
}

export function DownloadExport(ids: { schoolId: string; exportId: string }) {
  const t = useTranslations('admin')
  const { call, pending } = useCall()
  // The store names the file and sends it as a download: the page stays.
  const fetch = () =>
    call(
      () => fetchExportAction(ids),
      ({ url }) => location.assign(url),
    )
  return (
    <Button size="sm" loading={pending} onClick={fetch}>
      {t('download')}
    </Button>
  )
}
