'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { toast } from '@/components/ui/toast'
import { addCompulsoryAreasAction } from '../actions'

/** The areas of the law that the school lacks, in one click. */
export function Compulsory({ slug, missing }: { slug: string; missing: number }) {
  const t = useTranslations('academics')
  const [media, setMedia] = useState(false)
  const { call, pending } = useCall()
  const add = () =>
    call(
      () => addCompulsoryAreasAction(slug, { media }),
      ({ added }) => toast({ tone: 'ok', text: t('areas.added', { count: added.length }) }),
    )
  return (
    <Callout
      className="mb-4"
      title={t('areas.missing', { count: missing })}
      actions={
        <Button variant="primary" loading={pending} onClick={add}>
          {t('areas.addNine', { count: missing })}
        </Button>
      }
    >
      <p className="reading mb-2">{t('areas.missingText')}</p>
      <Checkbox label={t('areas.media')} checked={media} onChange={(event) => setMedia(event.target.checked)} />
    </Callout>
  )
}
