import { getTranslations } from 'next-intl/server'
import { FilterBar } from '@/components/layout/filter-bar'
import { Section } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import { listRolloverStudents } from '@/lib/domain/rollovers/queries'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { ExceptionButton } from './exception-button'
import { StudentRows } from './student-rows'

type Sent = Record<string, string | string[] | undefined>
type Props = { ctx: SchoolContext; slug: string; rollover: RolloverDetail; path: string; sent: Sent }

const text = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

/** Students who go another way than the plan's: those who have an exception, or whoever is searched for. */
export async function ExceptionsStep({ ctx, slug, rollover, path, sent }: Props) {
  const [q, cursor] = [text(sent.q), text(sent.cursor)]
  const [t, { items, nextCursor, total }] = await Promise.all([
    getTranslations('rollovers'),
    orNotFound(
      listRolloverStudents.run(ctx, {
        rolloverId: rollover.id,
        ...(q ? { q } : { exceptions: true }),
        ...(cursor ? { cursor } : {}),
        limit: 25,
      }),
    ),
  ])
  const years = { from: rollover.fromYear.name, to: rollover.toYear.name }
  const more = new URLSearchParams({ step: 'exceptions', ...(q ? { q } : {}), cursor: nextCursor ?? '' })
  return (
    <Section title={t('exceptions.title')} intro={t('exceptions.intro')}>
      <div className="grid gap-4">
        <FilterBar
          path={path}
          params={{ step: 'exceptions', q }}
          keep={['step']}
          search={{ name: 'q', label: t('exceptions.search') }}
        />
        {items.length === 0 ? (
          <p className="text-muted">{t(q ? 'exceptions.none' : 'exceptions.noneYet')}</p>
        ) : (
          <StudentRows
            slug={slug}
            caption={t('exceptions.title')}
            items={items}
            years={years}
            doing={(student) => (
              <ExceptionButton slug={slug} rolloverId={rollover.id} student={student} groups={rollover.groups} />
            )}
          />
        )}
        <Pagination
          {...(total > items.length ? { summary: String(total) } : {})}
          next={nextCursor ? `${path}?${more}` : null}
        />
      </div>
    </Section>
  )
}
