'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { LinkButton } from '@/components/ui/link-button'
import { activateRulesAction, discardDraftAction } from '../../actions'

type Props = { slug: string; draft: { id: string; number: number; version: number }; year: string; dirty: boolean }

/** What can be done with a saved draft: simulate it, put it into force, throw it away. */
export function DraftActions({ slug, draft, year, dirty }: Props) {
  const t = useTranslations('evaluation')
  const [asking, setAsking] = useState<'activate' | 'discard'>()
  const { call, pending } = useCall()
  const input = { rulesId: draft.id, version: draft.version }
  const close = () => setAsking(undefined)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabled={dirty} onClick={() => setAsking('activate')}>
          {t('draft.activate')}
        </Button>
        {!dirty && <LinkButton href={`/${slug}/evaluation/${draft.id}/simulation`}>{t('draft.simulate')}</LinkButton>}
        {!dirty && <LinkButton href={`/${slug}/evaluation/${draft.id}/compare`}>{t('compareWith')}</LinkButton>}
        <Button variant="ghost" onClick={() => setAsking('discard')}>
          {t('draft.discard')}
        </Button>
      </div>
      {dirty && <p className="text-sm text-muted">{t('draft.unsaved')}</p>}
      <ConfirmDialog
        open={asking === 'activate'}
        onOpenChange={close}
        title={t('draft.activateTitle', { number: draft.number })}
        confirm={t('draft.activate')}
        pending={pending}
        onConfirm={() => call(() => activateRulesAction(slug, input), close)}
      >
        <p>{t('draft.activateText', { year })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'discard'}
        onOpenChange={close}
        title={t('draft.discardTitle')}
        confirm={t('draft.discard')}
        danger
        pending={pending}
        onConfirm={() => call(() => discardDraftAction(slug, input), close)}
      >
        <p>{t('draft.discardText')}</p>
      </ConfirmDialog>
    </div>
  )
}
