'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Explanation } from '@/lib/domain/evaluation/explain/schema'
import { ExplainedMark } from './explained-mark'
import { promotionTone } from './level-tone'
import { ToldList } from './told-list'
import { type ExplanationDoor, type MarkAddress, useExplanation } from './use-explanation'

type Props = { mark: MarkAddress; door?: ExplanationDoor; onClose: () => void }

/**
 * «¿Por qué esta nota?»: how a mark came about, beside the page it stands on. The page brings the texts of `explanation`.
 * @param mark whose mark it is; with a period that period's, without one the year's
 */
export function TracePanel({ mark, door, onClose }: Props) {
  const t = useTranslations('explanation')
  const { answer, again } = useExplanation(mark, door)
  const about = answer.state === 'ready' ? `${answer.explanation.student} · ${answer.explanation.subject}` : undefined
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={t('open')} description={about}>
      <div aria-live="polite">
        {answer.state === 'loading' && (
          <>
            <p className="sr-only">{t('loading')}</p>
            <SkeletonRows rows={6} />
          </>
        )}
        {answer.state === 'failed' && (
          <Callout tone="danger" actions={<Button onClick={again}>{t('again')}</Button>}>
            {t('failed')}
          </Callout>
        )}
        {answer.state === 'ready' && <Told explanation={answer.explanation} />}
      </div>
    </Sheet>
  )
}

function Told({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('explanation')
  const { mark, period, yearMark, areaMark, areaInPeriod, area, year, rulesNumber, promotion } = explanation
  const over = period?.status === 'closed' || period?.status === 'published'
  return (
    <div className="grid gap-5">
      {mark && period && <ExplainedMark title={period.name} mark={mark} />}
      {areaInPeriod && <ExplainedMark title={t('areaInPeriod', { area })} mark={areaInPeriod} />}
      <ExplainedMark title={t('year')} mark={yearMark} />
      <ExplainedMark title={t('area', { area })} mark={areaMark} />
      <section className="grid gap-2">
        <h3 className="flex flex-wrap items-baseline gap-2 font-semibold">
          {promotion.soFar ? t('promotionSoFar') : t('promotion')}
          <Badge tone={promotionTone[promotion.status]}>{promotion.name}</Badge>
        </h3>
        <ToldList told={promotion.told} />
      </section>
      <p className="border-t border-border pt-3 text-sm text-muted">
        {rulesNumber === 0 ? t('rulesDefault', { year }) : t('rules', { number: rulesNumber, year })}{' '}
        {period && (over ? t('closed') : t('soFar'))}
      </p>
    </div>
  )
}
