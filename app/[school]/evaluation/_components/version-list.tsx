import { getFormatter, getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import type { RulesStatus, RulesVersion } from '@/lib/domain/evaluation/versions/schema'

const tones = { draft: 'info', active: 'ok', superseded: 'neutral' } as const satisfies Record<RulesStatus, string>

type Props = { items: readonly RulesVersion[]; path: string; activeId: string | null; edits: boolean }

/** Every version of the year's rules, the newest first, with the periods that were closed under it. */
export async function VersionList({ items, path, activeId, edits }: Props) {
  const [t, format] = await Promise.all([getTranslations('evaluation'), getFormatter()])
  if (items.length === 0) return <p className="text-muted">{t('versionNone')}</p>
  return (
    <ul className="divide-y divide-border">
      {items.map(({ id, number, status, note, createdBy, createdAt, periods }) => {
        const when = format.dateTime(new Date(createdAt), 'day')
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="grid min-w-0 flex-1 gap-0.5">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {t('version', { number })} <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>
              </p>
              <p className="text-sm text-muted">
                {createdBy ? t('versionBy', { name: createdBy, when }) : t('versionWhen', { when })}
                {periods.length > 0 && <> · {t('versionPeriods', { periods: periods.join(', ') })}</>}
              </p>
              {note && <p className="reading text-sm">{note}</p>}
            </div>
            <div className="flex flex-wrap gap-2">
              {activeId && id !== activeId && (
                <LinkButton size="sm" href={`${path}/${id}/compare`}>
                  {t('compareWith')}
                </LinkButton>
              )}
              <LinkButton size="sm" href={`${path}/${id}`}>
                {status === 'draft' && edits ? t('draft.edit') : t('see')}
              </LinkButton>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
