import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { checkHistory } from '@/lib/domain/audit/chain/queries'
import type { SchoolContext } from '@/lib/platform/context'

/** What came of following the school's history from its first line to its last. */
export async function ChainResult({ ctx }: { ctx: SchoolContext }) {
  const [{ lines, hash, fault }, t] = await Promise.all([checkHistory.run(ctx, {}), getTranslations('settings')])
  if (!fault)
    return (
      <Callout tone="ok" title={t('audit.sound', { lines })}>
        <p className="nums break-all text-sm">{t('audit.soundHelp', { hash })}</p>
      </Callout>
    )
  return (
    <Callout tone="danger" title={t(`audit.fault.${fault.kind}`, { seq: fault.seq ?? '' })}>
      {t('audit.faultHelp')}
    </Callout>
  )
}
