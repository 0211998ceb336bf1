'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { LinkButton } from '@/components/ui/link-button'
import type { FormValues } from './form-path'
import type { ActionForm as FormState } from './use-action-form'

const ReloginDialog = dynamic(() => import('./relogin-dialog').then((module) => module.ReloginDialog), {
  loading: () => null,
})
const ConflictNotice = dynamic(() => import('./conflict-notice').then((module) => module.ConflictNotice), {
  loading: () => null,
})

type ActionFormProps<V extends FormValues> = {
  form: FormState<V>
  /** The verb of the button: "Matricular a Sofía". */
  submit: string
  cancelHref?: string
  onCancel?: () => void
  danger?: boolean
  /** Buttons of one's own instead of ours. */
  footer?: ReactNode
  className?: string
  children: ReactNode
}

/** One column of fields with its errors, draft, conflict and renewed login. */
export function ActionForm<V extends FormValues>(props: ActionFormProps<V>) {
  const { form, submit, cancelHref, onCancel, danger, footer, className, children } = props
  const t = useTranslations('ui')
  return (
    <>
      <form
        noValidate
        className={`form-width grid gap-4 ${className ?? ''}`}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          form.submit()
        }}
      >
        {form.restored && (
          <Callout
            tone="info"
            actions={
              <Button size="sm" onClick={form.reset}>
                {t('draftDiscard')}
              </Button>
            }
          >
            {t('draftRestored')}
          </Callout>
        )}
        {form.conflict && <ConflictNotice clashes={form.conflict} onResolve={form.resolve} />}
        <FormErrorSummary
          message={form.refusal?.message}
          fields={form.errors}
          reference={form.refusal?.code === 'internal' ? form.refusal.requestId : undefined}
        />
        {children}
        {footer ?? (
          <div className="flex flex-wrap gap-2 pt-2">
            <Button type="submit" variant={danger ? 'danger' : 'primary'} loading={form.pending}>
              {submit}
            </Button>
            {cancelHref && (
              <LinkButton href={cancelHref} variant="ghost">
                {t('cancel')}
              </LinkButton>
            )}
            {onCancel && (
              <Button variant="ghost" onClick={onCancel}>
                {t('cancel')}
              </Button>
            )}
          </div>
        )}
      </form>
      {form.relogin && <ReloginDialog onDone={form.endRelogin} />}
    </>
  )
}
