import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { readFigures } from '@/lib/domain/dashboard/figures/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { showDay } from '@/lib/shared/dates'
import { FailedAreas } from './failed-areas'

type Figure = { label: string; value: string; detail: string; href: string }

/** Who has failed areas, and the school in figures, each with what it was before and the way to what is behind it. */
export async function Figures({ ctx }: { ctx: SchoolContext }) {
  const [all, t, format] = await Promise.all([
    readFigures.run(ctx, {}),
    getTranslations('home.figures'),
    getFormatter(),
  ])
  const home = `/${ctx.school.slug}`
  const percent = (value: number | null) => (value === null ? null : format.number(value / 100, 'percent'))
  const before = (value: string | null) => (value === null ? t('noData') : t('before', { value }))
  const figures: Figure[] = [
    {
      label: t('placed'),
      value: format.number(all.placed),
      detail: all.places ? t('places', { count: all.places }) : t('noPlaces'),
      href: '/academics',
    },
    {
      label: t('attendance'),
      value: percent(all.attendance.now) ?? '—',
      detail: before(percent(all.attendance.before)),
      href: '/attendance/report',
    },
    {
      label: t('rolls'),
      value: format.number(all.rolls.now ?? 0),
      detail: before(format.number(all.rolls.before ?? 0)),
      href: '/attendance',
    },
    {
      label: t('failing'),
      value: percent(all.failing.now) ?? '—',
      detail: [
        all.period ? t('failingIn', { period: all.period }) : t('noPeriod'),
        all.failing.before !== null && t('beforePeriod', { value: percent(all.failing.before) ?? '' }),
      ]
        .filter(Boolean)
        .join(' · '),
      href: '/sheets/failing',
    },
    {
      label: t('waiting'),
      value: format.number(all.waiting),
      detail: all.oldest ? t('oldest', { day: showDay(all.oldest) }) : t('noWaiting'),
      href: '/enrollments?waiting=stalled',
    },
    {
      label: t('sent'),
      value: format.number(all.sent.now ?? 0),
      detail: before(format.number(all.sent.before ?? 0)),
      href: '/enrollments',
    },
    {
      label: t('withdrawn'),
      value: format.number(all.withdrawn.now ?? 0),
      detail: before(format.number(all.withdrawn.before ?? 0)),
      href: '/enrollments?status=withdrawn',
    },
  ]
  return (
    <>
      {all.failedAreas && <FailedAreas home={home} failed={all.failedAreas} />}
      <Section title={t('title')} bare>
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {figures.map(({ label, value, detail, href }) => (
            <li key={label}>
              <a href={home + href} className="card block h-full p-4 hover:bg-surface-2">
                <span className="block text-sm text-muted">{label}</span>
                <span className="nums block text-2xl font-semibold">{value}</span>
                <span className="nums block text-sm text-muted">{detail}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
