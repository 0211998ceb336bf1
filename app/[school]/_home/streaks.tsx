import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { listStreaks } from '@/lib/domain/attendance/summary/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { formatDay } from '@/lib/shared/dates'

const most = 6

/** Who is away now, days in a row: whom a coordinator calls first. */
export async function Streaks({ ctx }: { ctx: SchoolContext }) {
  const [{ items, streakDays }, t, locale] = await Promise.all([
    listStreaks.run(ctx, {}),
    getTranslations('home.streaks'),
    getLocale(),
  ])
  const home = `/${ctx.school.slug}`
  return (
    <Section
      title={t('title')}
      intro={t(items.length > 0 ? 'text' : 'none', { days: streakDays })}
      actions={
        <LinkButton href={`${home}/attendance/report`} size="sm">
          {t('all')}
        </LinkButton>
      }
      bare
    >
      {items.length > 0 && (
        <ul className="card divide-y divide-border">
          {items.slice(0, most).map(({ studentId, name, group, days, since }) => (
            <li key={studentId}>
              <Link
                href={`${home}/students/${studentId}?tab=attendance`}
                prefetch={false}
                className="flex min-h-(--control) flex-wrap items-center gap-x-3 px-4 py-2 hover:bg-surface-2"
              >
                <span className="min-w-0 flex-1 basis-40">
                  {name} <span className="text-muted">· {group}</span>
                </span>
                <span className="nums text-sm text-muted">
                  <strong className="text-text">{t('days', { count: days })}</strong>{' '}
                  {t('since', { day: formatDay(since, locale, 'short') })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
