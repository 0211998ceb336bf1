'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { PersonDetail } from '@/lib/domain/people/schema'
import { resetSecondFactorAction } from '../actions'

type Props = { slug: string; person: PersonDetail; isOwn: boolean }

/** Whether a member has a second factor; for a lost phone it is reset here. */
export function FactorPanel({ slug, person, isOwn }: Props) {
  const t = useTranslations('people')
  const [open, setOpen] = useState(false)
  const { name, hasSecondFactor, needsSecondFactor, membershipId } = person
  const form = useActionForm({
    school: slug,
    action: resetSecondFactorAction,
    initial: { membershipId, reason: '' },
    success: t('factorReset', { name }),
    onSuccess: () => setOpen(false),
    again: true,
  })
  const state = hasSecondFactor ? 'factorOn' : needsSecondFactor ? 'factorMissing' : 'factorOff'
  return (
    <div className="grid gap-3">
      <p>{t(state, { name })}</p>
      {hasSecondFactor && !isOwn && (
        <div>
          <Button variant="danger" onClick={() => setOpen(true)}>
            {t('resetFactor')}
          </Button>
        </div>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('resetFactorTitle', { name })}
        description={t('resetFactorText')}
        width={480}
      >
        <ActionForm form={form} submit={t('resetFactor')} danger onCancel={() => setOpen(false)}>
          <TextField form={form} name="reason" label={t('resetReason')} help={t('resetReasonHelp')} maxLength={300} />
        </ActionForm>
      </Dialog>
    </div>
  )
}
