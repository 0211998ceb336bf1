'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DayField, SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import type { ActionResult } from '@/lib/platform/result'
import { addDays, relativeTime, today } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { type MoveChoice, wordingOf } from './move-choice'

const ReloginDialog = dynamic(
  () => import('@/components/layout/relogin-dialog').then((module) => module.ReloginDialog),
  { loading: () => null },
)

export type MovedEnrollment = {
  id: string
  version: number
  status: EnrollmentStatus
  missingCount: number
  firstName: string
  guardians: readonly { id: string; fullName: string }[]
}

export type MoveAction = (school: string, input: unknown) => Promise<ActionResult<{ status: EnrollmentStatus }>>

type Clash = { status: EnrollmentStatus; changedBy: string | null; changedAt: string | null }

type MoveDialogProps = {
  school: string
  enrollment: MovedEnrollment
  choice: MoveChoice
  action: MoveAction
  onClose: () => void
}

/** Asks for what the step needs, and says who was faster when somebody was. */
export function MoveDialog({ school, enrollment, choice, action, onClose }: MoveDialogProps) {
  const t = useTranslations('enrollments')
  const locale = useLocale()
  const router = useRouter()
  const [clash, setClash] = useState<Clash | null>(null)
  const { needsReason, needsCommitment, to } = choice
  const { id, version, status, firstName, missingCount, guardians } = enrollment
  const wording = wordingOf(choice, status)
  const form = useActionForm({
    school,
    action,
    initial: { reason: '', commitment: { dueOn: addDays(today(), 30), guardianId: '' } },
    toInput: ({ reason, commitment }) => ({
      enrollmentId: id,
      version,
      status: to,
      reason,
      ...(needsCommitment
        ? {
            commitment: {
              dueOn: commitment.dueOn,
              ...(commitment.guardianId ? { guardianId: commitment.guardianId } : {}),
            },
          }
        : {}),
    }),
    success: (moved) => t('move.done', { status: t(`status.${moved.status}`) }),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
    // There is nothing to merge in a state: the person looks at the new one and decides again.
    fromCurrent: (current) => {
      setClash(current as Clash)
      return {}
    },
  })
  const lookAgain = () => {
    onClose()
    router.refresh()
  }
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => open || onClose()}
        title={t(`move.title.${wording}`, { name: firstName })}
        description={t(`move.text.${wording}`, { name: firstName, count: missingCount })}
      >
        {clash ? (
          <Callout
            tone="warning"
            live
            title={t('move.conflictTitle')}
            actions={<Button onClick={lookAgain}>{t('move.reload')}</Button>}
          >
            {clash.changedBy && clash.changedAt
              ? t('move.conflictText', {
                  by: clash.changedBy,
                  status: t(`status.${clash.status}`),
                  when: relativeTime(new Date(clash.changedAt), new Date(), locale),
                })
              : t('move.conflictTextNobody', { status: t(`status.${clash.status}`) })}
          </Callout>
        ) : (
          <form
            noValidate
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              form.submit()
            }}
          >
            <FormErrorSummary
              message={form.refusal?.message}
              fields={form.errors}
              reference={form.refusal?.code === 'internal' ? form.refusal.requestId : undefined}
            />
            {needsCommitment && (
              <>
                <DayField
                  form={form}
                  name="commitment.dueOn"
                  label={t('move.dueOn')}
                  help={t('move.dueHelp')}
                  min={today()}
                />
                {guardians.length > 0 && (
                  <SelectField
                    form={form}
                    name="commitment.guardianId"
                    label={t('move.signer')}
                    optional
                    placeholder={t('move.anyone')}
                    options={guardians.map((guardian) => ({ value: guardian.id, label: guardian.fullName }))}
                  />
                )}
              </>
            )}
            <TextareaField
              form={form}
              name="reason"
              label={needsReason ? t('move.reason') : t('move.note')}
              help={t('move.reasonHelp')}
              optional={!needsReason}
              rows={3}
              maxLength={500}
            />
            <div className="flex flex-wrap justify-end gap-2">
              <Button variant="ghost" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" variant={to === 'withdrawn' ? 'danger' : 'primary'} loading={form.pending}>
                {t(`move.${wording}`)}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
      {form.relogin && <ReloginDialog onDone={form.endRelogin} />}
    </>
  )
}
