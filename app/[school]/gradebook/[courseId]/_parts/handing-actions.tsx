'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { giveBackAction, handInAction } from '../../actions'

type HandingActionsProps = {
  school: string
  courseId: string
  periodId: string
  mayHandIn: boolean
  mayGiveBack: boolean
  texts: Record<'handIn' | 'handInText' | 'handedIn' | 'giveBack' | 'giveBackText' | 'givenBack' | 'note', string>
}

export function HandingActions({ school, courseId, periodId, mayHandIn, mayGiveBack, texts }: HandingActionsProps) {
  const { call, pending } = useCall()
  const router = useRouter()
  const [asked, setAsked] = useState<'handIn' | 'giveBack' | null>(null)
  const [note, setNote] = useState('')
  const done = (text: string) => () => {
    setAsked(null)
    toast({ tone: 'ok', text })
    router.refresh()
  }
  return (
    <>
      {mayHandIn && (
        <Button variant="primary" onClick={() => setAsked('handIn')}>
          {texts.handIn}
        </Button>
      )}
      {mayGiveBack && <Button onClick={() => setAsked('giveBack')}>{texts.giveBack}</Button>}
      <ConfirmDialog
        open={asked === 'handIn'}
        onOpenChange={(open) => open || setAsked(null)}
        title={texts.handIn}
        confirm={texts.handIn}
        pending={pending}
        onConfirm={() => call(() => handInAction(school, { courseId, periodId }), done(texts.handedIn))}
      >
        {texts.handInText}
      </ConfirmDialog>
      <Dialog
        open={asked === 'giveBack'}
        onOpenChange={(open) => open || setAsked(null)}
        title={texts.giveBack}
        description={texts.giveBackText}
        footer={
          <Button
            variant="primary"
            loading={pending}
            disabled={note.trim() === ''}
            onClick={() => call(() => giveBackAction(school, { courseId, periodId, note }), done(texts.givenBack))}
          >
            {texts.giveBack}
          </Button>
        }
      >
        <Field name="note" label={texts.note}>
          <Textarea value={note} maxLength={500} rows={4} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Dialog>
    </>
  )
}
