import { getLocale, getTranslations } from 'next-intl/server'
import { SchoolAccent } from '@/components/layout/school-accent'
import type { FamilyView } from '@/lib/domain/families/schema'
import type { CardRow } from '@/lib/domain/report-cards/schema'
import { dayOf, formatDay } from '@/lib/shared/dates'
import { ChildSection } from './child-section'
import { ReportCards } from './report-cards'

export async function FamilyPage({ family, cards }: { family: FamilyView; cards: CardRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('families.page'), getLocale()])
  const { school, guardian, children, expiresAt } = family
  const until = formatDay(dayOf(new Date(expiresAt)), locale, 'weekday')
  return (
    <>
      <SchoolAccent color={school.color} />
      <header className="-mx-4 border-t-4 border-accent bg-surface px-4 pt-4 pb-3">
        <p className="font-semibold">{school.name}</p>
      </header>
      <div>
        <h1 className="text-2xl">{t('hello', { name: guardian.firstName })}</h1>
        {(children.length > 0 || cards.length === 0) && (
          <p className="mt-1 text-muted">{children.length > 0 ? t('intro') : t('noChildren')}</p>
        )}
        {children.length === 0 && cards.length === 0 && <p className="mt-1 text-muted">{t('noChildrenHelp')}</p>}
      </div>
      {cards.length > 0 && <ReportCards cards={cards} />}
      {children.map((child) => (
        <ChildSection key={child.enrollmentId} child={child} />
      ))}
      <p className="text-sm text-muted">{t('until', { day: until })}</p>
    </>
  )
}
