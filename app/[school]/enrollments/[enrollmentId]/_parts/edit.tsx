'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import type { ActionResult } from '@/lib/platform/result'

const EditForm = dynamic(() => import('./edit-form').then((module) => module.EditForm), { loading: () => null })

export type EditProps = {
  school: string
  enrollment: Pick<
    EnrollmentDetail,
    'id' | 'version' | 'kind' | 'gradeLevel' | 'groupCode' | 'shift' | 'previousSchool'
  >
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
}

/** Grade, group, shift and how the child came; the papers follow. */
export function EditEnrollment(props: EditProps) {
  const t = useTranslations('enrollments')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('detail.edit')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('edit.title')} description={t('edit.help')}>
        <EditForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
