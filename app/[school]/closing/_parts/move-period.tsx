'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { CheckboxField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { StatusButtons } from '@/components/years/status-buttons'
import type { ClosingCounts } from '@/lib/domain/closing/schema'
import type { PeriodStatus } from '@/lib/domain/years/schema'
import { movePeriodAction } from '../actions'

type Period = { id: string; name: string; version: number; status: PeriodStatus }
type Props = {
  school: string
  period: Period
  counts: ClosingCounts
  complete: boolean
  choices: readonly { to: PeriodStatus; needsReason: boolean }[]
}

/** The next step of the period. Closing it with gaps says which, and wants to be told that this is known. */
export function MovePeriod({ school, period, counts, complete, choices }: Props) {
  const [t, years] = [useTranslations('closing'), useTranslations('years')]
  const [closing, setClosing] = useState(false)
  // Publishing is done with the report cards: families are told with it.
  const steps = choices.filter(({ to }) => to !== 'published' && (to !== 'closed' || complete))
  return (
    <>
      <StatusButtons
        slug={school}
        action={movePeriodAction}
        id={{ periodId: period.id }}
        version={period.version}
        choices={steps.map(({ to, needsReason }) => ({
          to,
          needsReason,
          label: years(`movePeriod.${needsReason ? 'reopen' : to}`),
        }))}
      />
      {period.status === 'open' && !complete && (
        <Button variant="primary" onClick={() => setClosing(true)}>
          {t('close')}
        </Button>
      )}
      {closing && (
        <Dialog
          open
          onOpenChange={setClosing}
          title={t('closeTitle', { name: period.name })}
          description={t('closeText')}
          width={460}
        >
          <CloseForm school={school} period={period} counts={counts} onDone={() => setClosing(false)} />
        </Dialog>
      )}
    </>
  )
}

type CloseProps = Pick<Props, 'school' | 'period' | 'counts'> & { onDone: () => void }

function CloseForm({ school, period, counts, onDone }: CloseProps) {
  const [t, years] = [useTranslations('closing'), useTranslations('years')]
  const form = useActionForm({
    school,
    action: movePeriodAction,
    initial: { periodId: period.id, version: period.version, status: 'closed', acceptsGaps: false },
    success: years('moved'),
    onSuccess: onDone,
  })
  return (
    <ActionForm form={form} submit={t('close')} onCancel={onDone}>
      <p>{t('summary', counts)}</p>
      <CheckboxField form={form} name="acceptsGaps" label={t('acceptsGaps')} />
    </ActionForm>
  )
}
