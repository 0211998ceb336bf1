import { ClipboardCheck, Table2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import type { DayLesson } from '@/lib/domain/academics/timetable/schema'
import { formatDay } from '@/lib/shared/dates'

type Day = { day: string; free: { holiday: boolean; name: string | null } | null; items: DayLesson[] }

/** A teacher's lessons of today, or of the next day that has some; each leads to its roll call and its scores. */
export function Today({ home, today, lessons }: { home: string; today: string; lessons: Day }) {
  const t = useTranslations('timetable.today')
  const locale = useLocale()
  const { day, free, items } = lessons
  const isToday = day === today
  const why = free?.name ? t('free', { name: free.name }) : free?.holiday ? t('holiday') : t('none')
  return (
    <Section
      title={isToday ? t('title') : t('nextTitle')}
      intro={
        isToday ? undefined : `${why} ${items.length > 0 ? capital(formatDay(day, locale, 'weekday')) : t('noneSoon')}`
      }
      actions={
        <LinkButton href={`${home}/academics/timetable`} size="sm">
          {t('week')}
        </LinkButton>
      }
      bare
    >
      {items.length === 0 ? (
        isToday && <p className="card p-4 text-muted">{why}</p>
      ) : (
        <ol className="card divide-y divide-border">
          {items.map(({ courseOfferingId, classGroupId, lesson, startsMinute, endsMinute, subject, group, room }) => (
            <li
              key={`${courseOfferingId} ${startsMinute}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3"
            >
              <span className="nums w-24 flex-none text-muted max-sm:hidden">
                {showMinute(startsMinute)}–{showMinute(endsMinute)}
              </span>
              <span className="min-w-0 flex-1 basis-40">
                <span className="font-medium">
                  {subject} · {group}
                </span>
                <span className="nums block text-sm text-muted">
                  <span className="sm:hidden">
                    {showMinute(startsMinute)}–{showMinute(endsMinute)} ·{' '}
                  </span>
                  {[t('lesson', { number: lesson }), room].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="flex flex-none gap-2">
                {isToday && (
                  <LinkButton
                    href={`${home}/attendance/${classGroupId}?day=${day}&lesson=${lesson}`}
                    size="sm"
                    variant="primary"
                    icon={<ClipboardCheck aria-hidden="true" />}
                  >
                    {t('roll')}
                  </LinkButton>
                )}
                <LinkButton
                  href={`${home}/gradebook/${courseOfferingId}`}
                  size="sm"
                  icon={<Table2 aria-hidden="true" />}
                >
                  {t('scores')}
                </LinkButton>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
