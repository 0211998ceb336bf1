'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type Choice = { to: string; label: string; needsReason: boolean }
type Props = {
  slug: string
  action: (school: string, input: unknown) => Promise<ActionResult<{ id: string; version: number }>>
  /** Which record: `yearId` or `periodId`. */
  id: Record<string, string>
  version: number
  choices: readonly Choice[]
  /** What moves, where several stand on one page. */
  about?: string
  small?: boolean
}

/** One button for each state that may come next; going back asks for the reason first. */
export function StatusButtons({ slug, action, id, version, choices, about, small }: Props) {
  const t = useTranslations('years')
  const [busy, setBusy] = useState<string>()
  const [asking, setAsking] = useState<Choice>()
  const move = async (choice: Choice) => {
    if (choice.needsReason) return setAsking(choice)
    setBusy(choice.to)
    const answer = await action(slug, { ...id, version, status: choice.to }).catch(() => undefined)
    setBusy(undefined)
    if (answer?.ok) toast({ tone: 'ok', text: t('moved') })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {choices.map((choice) => (
          <Button
            key={choice.to}
            size={small ? 'sm' : 'md'}
            loading={busy === choice.to}
            aria-label={about ? `${choice.label}: ${about}` : undefined}
            onClick={() => move(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
      {asking && (
        <Dialog
          open
          onOpenChange={() => setAsking(undefined)}
          title={asking.label}
          description={t('reasonText')}
          width={460}
        >
          <ReasonForm
            slug={slug}
            action={action}
            initial={{ ...id, version, status: asking.to, reason: '' }}
            submit={asking.label}
            onDone={() => setAsking(undefined)}
          />
        </Dialog>
      )}
    </>
  )
}

type ReasonProps = Pick<Props, 'slug' | 'action'> & {
  initial: Record<string, string | number>
  submit: string
  onDone: () => void
}

function ReasonForm({ slug, action, initial, submit, onDone }: ReasonProps) {
  const t = useTranslations('years')
  const form = useActionForm({ school: slug, action, initial, success: t('moved'), onSuccess: onDone })
  return (
    <ActionForm form={form} submit={submit} onCancel={onDone}>
      <TextareaField form={form} name="reason" label={t('reason')} rows={3} maxLength={500} />
    </ActionForm>
  )
}
