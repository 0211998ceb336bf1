'use client'

import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { endSupportAction } from '../../actions'

type Props = { schoolId: string; slug: string; grantId: string; title: string; text: string }

export function RunningVisit({ schoolId, slug, grantId, title, text }: Props) {
  const t = useTranslations('support')
  const { call, pending } = useCall()
  const end = () =>
    call(
      () => endSupportAction({ schoolId, grantId }),
      () => toast({ tone: 'ok', text: t('ended') }),
    )
  return (
    <Callout
      tone="info"
      title={title}
      actions={
        <>
          <LinkButton href={`/${slug}`} variant="primary">
            {t('enter')}
          </LinkButton>
          <Button loading={pending} onClick={end}>
            {t('end')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Callout>
  )
}
