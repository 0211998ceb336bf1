import { useTranslations } from 'next-intl'
import { Timeline } from '@/components/ui/timeline'
import type { RecoveryMove } from '@/lib/domain/evaluation/recoveries/course/schema'
import { formatMoment } from '@/lib/shared/dates'

/** Who planned, wrote, corrected or annulled it, the newest first; behind a word, for whoever asks. */
export function RecoveryMoves({ moves, show }: { moves: readonly RecoveryMove[]; show: (value: string) => string }) {
  const t = useTranslations('recoveries')
  if (moves.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="hit cursor-pointer text-muted">{t('history')}</summary>
      <div className="mt-2">
        <Timeline
          items={moves.map(({ action, at, by, score, finalValue, reason }) => ({
            id: at + action,
            text: t(`move.${action}`, {
              by,
              score: score === null ? '' : show(score),
              finalValue: finalValue === null ? '' : show(finalValue),
            }),
            when: formatMoment(new Date(at)),
            at,
            ...(reason ? { detail: reason } : {}),
          }))}
        />
      </div>
    </details>
  )
}
