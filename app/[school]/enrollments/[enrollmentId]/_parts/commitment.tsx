import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { commitmentState } from '@/lib/domain/enrollments/rules'
import { formatDay, today } from '@/lib/shared/dates'

/** What the family promised, as long as something of it is missing. */
export function Commitment({ dueOn, missing }: { dueOn: string | null; missing: number }) {
  const t = useTranslations('enrollments.detail')
  const locale = useLocale()
  const state = commitmentState(dueOn, missing, today())
  if (!dueOn || state === 'none' || state === 'met') return null
  const date = formatDay(dueOn, locale)
  if (state === 'overdue') return <Callout tone="danger">{t('commitmentOverdue', { date, count: missing })}</Callout>
  return <Callout tone={state === 'soon' ? 'warning' : 'info'}>{t('commitmentRunning', { date })}</Callout>
}
