'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { Menu } from '@/components/ui/menu'
import { annulCardAction, correctCardAction } from '../../actions'

type Change = 'correct' | 'annul'
type Props = { school: string; reportCardId: string }

/** Correcting and annulling: both need a reason, which the history and the earlier edition keep. */
export function CardMenu({ school, reportCardId }: Props) {
  const t = useTranslations('reportCards.page')
  const [change, setChange] = useState<Change | null>(null)
  return (
    <>
      <Menu
        label={t('change')}
        variant="secondary"
        iconOnly
        items={[
          { label: t('correct'), onSelect: () => setChange('correct') },
          { label: t('annul'), tone: 'danger', onSelect: () => setChange('annul') },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
      {change && (
        <Dialog
          open
          onOpenChange={() => setChange(null)}
          title={t(`${change}Title`)}
          description={t(`${change}Text`)}
          width={460}
        >
          <ReasonForm school={school} reportCardId={reportCardId} change={change} onDone={() => setChange(null)} />
        </Dialog>
      )}
    </>
  )
}

function ReasonForm({ school, reportCardId, change, onDone }: Props & { change: Change; onDone: () => void }) {
  const t = useTranslations('reportCards.page')
  const form = useActionForm<{ reportCardId: string; reason: string }, unknown>({
    school,
    action: change === 'correct' ? correctCardAction : annulCardAction,
    initial: { reportCardId, reason: '' },
    success: t(`${change}Done`),
    onSuccess: onDone,
  })
  return (
    <ActionForm form={form} submit={t(change)} danger={change === 'annul'} onCancel={onDone}>
      <TextareaField form={form} name="reason" label={t('reason')} rows={3} maxLength={500} />
    </ActionForm>
  )
}
