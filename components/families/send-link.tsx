'use client'

import { Send } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, type ButtonSize, type ButtonVariant } from '@/components/ui/button'
import type { NewLink } from '@/lib/domain/families/schema'
import type { ActionResult } from '@/lib/platform/result'

const SendLinkDialog = dynamic(() => import('./send-link-dialog').then((module) => module.SendLinkDialog), {
  loading: () => null,
})

export type CreateLinkAction = (school: string, input: unknown) => Promise<ActionResult<NewLink>>

export type SendLinkProps = {
  school: string
  guardian: { id: string; name: string; email: string | null }
  action: CreateLinkAction
  variant?: ButtonVariant
  size?: ButtonSize
}

/** The button and, behind it, the three ways to hand a guardian the link. Put it inside ClientMessages with `families`. */
export function SendLink({ variant = 'secondary', size = 'sm', ...rest }: SendLinkProps) {
  const t = useTranslations('families.send')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} size={size} icon={<Send aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {open && <SendLinkDialog {...rest} onClose={() => setOpen(false)} />}
    </>
  )
}
