import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { MissingRoll } from '@/lib/domain/attendance/missing/schema'
import { formatDay } from '@/lib/shared/dates'

type Props = { home: string; rolls: { total: number; items: readonly MissingRoll[] } }

/** Own lessons of the last days that nobody took the roll of; each leads to its list. */
export function MissingRolls({ home, rolls: { total, items } }: Props) {
  const t = useTranslations('home.rolls')
  const locale = useLocale()
  return (
    <Section title={t('title')} intro={t('text', { count: total })} bare>
      <ul className="card divide-y divide-border">
        {items.map(({ day, classGroupId, lesson, group, subject }) => (
          <li
            key={`${classGroupId} ${day} ${lesson}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3"
          >
            <span className="min-w-0 flex-1 basis-40">
              <span className="font-medium">{[subject, group].filter(Boolean).join(' · ')}</span>
              <span className="nums block text-sm text-muted">
                {formatDay(day, locale, 'weekday')} · {lesson === 0 ? t('day') : t('lesson', { number: lesson })}
              </span>
            </span>
            <LinkButton href={`${home}/attendance/${classGroupId}?day=${day}&lesson=${lesson}`} size="sm">
              {t('take')}
            </LinkButton>
          </li>
        ))}
        {total > items.length && (
          <li className="nums px-4 py-3 text-sm text-muted">{t('more', { count: total - items.length })}</li>
        )}
      </ul>
    </Section>
  )
}
