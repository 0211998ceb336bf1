import { getTranslations } from 'next-intl/server'
import type { Alerts } from '@/lib/domain/attendance/summary/schema'
import { showDay } from '@/lib/shared/dates'

/** Students who are away too often: in a row now, and over the year. */
export async function AlertLists({ alerts, school }: { alerts: Alerts; school: string }) {
  const t = await getTranslations('attendance')
  const { streaks, low, streakDays, alertPercent } = alerts
  const link = (studentId: string | null) => `/${school}/students/${studentId}?tab=attendance`
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <AlertList
        title={t('home.streaks')}
        text={t('home.streaksText', { days: streakDays })}
        none={t('home.alertsNone')}
        items={streaks.map(({ studentId, name, group, days, since }) => ({
          href: link(studentId),
          name: t('home.streakLine', { name, group }),
          detail: t('home.streakDays', { days, since: showDay(since) }),
        }))}
      />
      <AlertList
        title={t('home.low')}
        text={t('home.lowText', { percent: alertPercent })}
        none={t('home.alertsNone')}
        more={low.length > shown ? { href: `/${school}/attendance/report`, label: t('home.all') } : undefined}
        items={low.slice(0, shown).map(({ studentId, name, group, absence, absent, total }) => ({
          href: link(studentId),
          name: group ? t('home.streakLine', { name, group }) : name,
          detail: t('home.lowLine', { absence, absent, total }),
        }))}
      />
    </div>
  )
}

type Item = { href: string; name: string; detail: string }
type AlertListProps = {
  title: string
  text: string
  none: string
  items: Item[]
  more?: { href: string; label: string } | undefined
}

/** The worst cases; a longer list is a report. */
const shown = 12

function AlertList({ title, text, none, items, more }: AlertListProps) {
  return (
    <section className="card grid content-start gap-2 p-4">
      <h2 className="text-lg">{title}</h2>
      <p className="text-sm text-muted">{text}</p>
      {items.length === 0 && <p>{none}</p>}
      <ul className="grid">
        {items.map(({ href, name, detail }) => (
          <li key={href} className="flex flex-wrap justify-between gap-x-4 border-t border-border py-1.5 text-sm">
            <a className="link hit" href={href}>
              {name}
            </a>
            <span className="nums text-muted">{detail}</span>
          </li>
        ))}
      </ul>
      {more && (
        <a className="link hit text-sm" href={more.href}>
          {more.label}
        </a>
      )}
    </section>
  )
}
