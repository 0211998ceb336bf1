'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { waitHours } from '@/lib/domain/schools/removal/schema'
import { cancelPurgeAction, purgeSchoolAction } from '../../../../actions'

type Props = { schoolId: string; slug: string; name: string }

export function PlanPurge({ disabled, ...school }: Props & { disabled: boolean }) {
  const t = useTranslations('admin')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" disabled={disabled} onClick={() => setOpen(true)}>
        {t('purgePlan')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('purgePlanName', { name: school.name })}>
        <PurgeForm {...school} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PurgeForm({ schoolId, slug, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('admin')
  const form = useActionForm({
    action: purgeSchoolAction,
    initial: { slug: '', reason: '', waitHours: '72' },
    success: t('purgePlanned'),
    onSuccess: onDone,
    toInput: (values) => ({ ...values, schoolId, waitHours: Number(values.waitHours) }),
  })
  return (
    <ActionForm form={form} submit={t('purgePlan')} danger onCancel={onDone}>
      <Callout tone="danger">{t('purgeWarning')}</Callout>
      <TextField
        form={form}
        name="slug"
        label={t('purgeSlug', { slug })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextareaField
        form={form}
        name="reason"
        label={t('purgeReason')}
        help={t('purgeReasonHelp')}
        rows={2}
        maxLength={500}
      />
      <SelectField
        form={form}
        name="waitHours"
        label={t('purgeWait')}
        options={waitHours.map((hours) => ({ value: String(hours), label: t('waitHours', { hours: String(hours) }) }))}
      />
    </ActionForm>
  )
}

export function CancelPurge({ purgeId }: { purgeId: string }) {
  const t = useTranslations('admin')
  const { call, pending } = useCall()
  const cancel = () =>
    call(
      () => cancelPurgeAction({ purgeId }),
      () => toast({ tone: 'ok', text: t('cancelled') }),
    )
  return (
    <Button variant="primary" loading={pending} onClick={cancel}>
      {t('cancelPurge')}
    </Button>
  )
}
