'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { PlanRow } from '@/lib/domain/academics/plans/schema'
import { changePlanStatusAction, updatePlanAction } from '../actions'

type Props = { slug: string; plan: Pick<PlanRow, 'id' | 'name' | 'status' | 'version'> }

/** Approve a draft, take an approved plan back, rename. */
export function PlanActions({ slug, plan }: Props) {
  const t = useTranslations('academics')
  const [opened, setOpened] = useState<'rename' | 'reopen'>()
  const { call, pending } = useCall()
  const { id: studyPlanId, version } = plan
  const close = () => setOpened(undefined)
  return (
    <>
      <Button onClick={() => setOpened('rename')}>{t('plans.rename')}</Button>
      {plan.status === 'draft' ? (
        <Button
          variant="primary"
          loading={pending}
          onClick={() =>
            call(
              () => changePlanStatusAction(slug, { studyPlanId, version, status: 'approved' }),
              () => toast({ tone: 'ok', text: t('plans.approved') }),
            )
          }
        >
          {t('plans.approve')}
        </Button>
      ) : (
        <Button onClick={() => setOpened('reopen')}>{t('plans.reopen')}</Button>
      )}
      {opened === 'rename' && (
        <Dialog open onOpenChange={close} title={t('plans.rename')} width={460}>
          <RenameForm slug={slug} plan={plan} onDone={close} />
        </Dialog>
      )}
      {opened === 'reopen' && (
        <Dialog open onOpenChange={close} title={t('plans.reopen')} description={t('plans.reasonText')} width={460}>
          <ReopenForm slug={slug} plan={plan} onDone={close} />
        </Dialog>
      )}
    </>
  )
}

type FormProps = Props & { onDone: () => void }

function RenameForm({ slug, plan, onDone }: FormProps) {
  const t = useTranslations('academics')
  const form = useActionForm({
    school: slug,
    action: updatePlanAction,
    initial: { studyPlanId: plan.id, version: plan.version, name: plan.name },
    success: t('plans.saved'),
    onSuccess: onDone,
  })
  return (
    <ActionForm form={form} submit={t('plans.save')} onCancel={onDone}>
      <TextField form={form} name="name" label={t('plans.name')} maxLength={100} />
    </ActionForm>
  )
}

function ReopenForm({ slug, plan, onDone }: FormProps) {
  const t = useTranslations('academics')
  const form = useActionForm({
    school: slug,
    action: changePlanStatusAction,
    initial: { studyPlanId: plan.id, version: plan.version, status: 'draft', reason: '' },
    success: t('plans.reopened'),
    onSuccess: onDone,
  })
  return (
    <ActionForm form={form} submit={t('plans.reopen')} onCancel={onDone}>
      <TextareaField form={form} name="reason" label={t('plans.reason')} rows={3} maxLength={500} />
    </ActionForm>
  )
}
