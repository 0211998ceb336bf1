import { getTranslations } from 'next-intl/server'
import type { YearOverview } from '@/lib/domain/years/schema'

type Props = { slug: string; overview: YearOverview; yearId: string }

/** What a year still lacks before it is closed, each with the way there; one line when nothing is open. */
export async function OpenPoints({ slug, overview, yearId }: Props) {
  const t = await getTranslations('years.open')
  const { periods, undecided, pending, meetings, recoveries, waiting } = overview
  const points = [
    { count: periods.open, key: 'openPeriods', href: `/${slug}/closing`, blocks: true },
    { count: periods.draft, key: 'draftPeriods', href: '#periods', blocks: false },
    { count: undecided, key: 'undecided', href: `/${slug}/meetings`, blocks: false },
    { count: pending, key: 'pending', href: `/${slug}/meetings`, blocks: false },
    { count: meetings.open, key: 'meetings', href: `/${slug}/meetings`, blocks: false },
    { count: recoveries, key: 'recoveries', href: `/${slug}/gradebook`, blocks: false },
    {
      count: waiting,
      key: 'waiting',
      href: `/${slug}/enrollments?year=${yearId}&status=pending_documents`,
      blocks: false,
    },
  ] as const
  const open = points.filter(({ count }) => count > 0)
  if (open.length === 0) return <p className="text-ok">{t('nothing')}</p>
  return (
    <div className="grid gap-2">
      <p className="font-medium">{t('title')}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {open.map(({ key, count, href, blocks }) => (
          <li key={key}>
            <a className="link" href={href}>
              {t(key, { count })}
            </a>
            {blocks && <span className="text-danger"> · {t('blocks')}</span>}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('typing')}</p>
    </div>
  )
}
