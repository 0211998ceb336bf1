'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { GroupChoice, PlannedStudent } from '@/lib/domain/rollovers/schema'
import { clearExceptionAction } from '../../actions'
import { ExceptionForm } from './exception-form'

type Props = { slug: string; rolloverId: string; student: PlannedStudent; groups: GroupChoice[] }

/** Writes, changes or removes the exception of one student. */
export function ExceptionButton({ slug, rolloverId, student, groups }: Props) {
  const t = useTranslations('rollovers.exceptions')
  const router = useRouter()
  const { call, pending } = useCall()
  const [open, setOpen] = useState(false)
  const { enrollmentId, name, exception } = student
  const remove = () =>
    call(
      () => clearExceptionAction(slug, { rolloverId, enrollmentId }),
      () => {
        toast({ tone: 'ok', text: t('removed') })
        router.refresh()
      },
    )
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" aria-label={t('changeOf', { name })} onClick={() => setOpen(true)}>
        {t('change')}
      </Button>
      {exception && (
        <Button size="sm" variant="ghost" loading={pending} onClick={remove}>
          {t('remove')}
        </Button>
      )}
      {open && (
        <Dialog open onOpenChange={setOpen} title={t('changeOf', { name })} width={480}>
          <ExceptionForm
            slug={slug}
            rolloverId={rolloverId}
            student={student}
            groups={groups}
            onClose={() => setOpen(false)}
          />
        </Dialog>
      )}
    </span>
  )
}
