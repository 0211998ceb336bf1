'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type ExcuseDecisionProps = {
  school: string
  record: { excuseId: string; version: number }
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  texts: Record<'accept' | 'reject' | 'done' | 'rejected' | 'title' | 'reason' | 'help', string>
}

export function ExcuseDecision({ school, record, action, texts }: ExcuseDecisionProps) {
  const { call, pending } = useCall()
  const [open, setOpen] = useState(false)
  const form = useActionForm({
    school,
    action,
    initial: { note: '' },
    toInput: (values) => ({ ...record, ...values, decision: 'rejected' }),
    success: texts.rejected,
    onSuccess: () => setOpen(false),
  })
  const accept = () =>
    call(
      () => action(school, { ...record, decision: 'accepted' }),
      () => toast({ tone: 'ok', text: texts.done }),
    )
  return (
    <>
      <Button loading={pending} onClick={accept}>
        {texts.accept}
      </Button>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        {texts.reject}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={texts.title} width={480} locked={form.dirty}>
        <ActionForm form={form} submit={texts.reject.replace('…', '')} onCancel={() => setOpen(false)}>
          <TextareaField form={form} name="note" label={texts.reason} help={texts.help} rows={3} maxLength={500} />
        </ActionForm>
      </Dialog>
    </>
  )
}
