import { getTranslations } from 'next-intl/server'
import { markTexts } from '@/components/evaluation/mark-texts'
import { ClientMessages } from '@/components/layout/client-messages'
import type { CardRow } from '@/lib/domain/report-cards/schema'
import { OpenCard } from './open-card'
import { OwnMarks } from './own-marks'

/** The published report cards of the guardian's children, newest first, child by child, with the marks behind them. */
export async function ReportCards({ cards }: { cards: CardRow[] }) {
  const [t, texts] = await Promise.all([getTranslations('reportCards'), markTexts()])
  const children = [...new Set(cards.map(({ studentId }) => studentId))]
  return (
    <section className="card grid gap-4 p-4" aria-labelledby="report-cards">
      <h2 id="report-cards" className="text-lg">
        {t('title')}
      </h2>
      <ClientMessages namespaces={['reportCards', 'explanation']}>
        {children.map((studentId) => {
          const own = cards.filter((card) => card.studentId === studentId)
          return (
            <div key={studentId} className="grid gap-2">
              <h3 className="font-semibold">{own[0]?.studentName}</h3>
              <ul className="divide-y divide-border">
                {own.map((card) => (
                  <li key={card.id} className="flex items-center justify-between gap-3 py-2">
                    <span>
                      {card.periodName ?? t('finalName')}
                      <span className="block text-sm text-muted">
                        {card.yearName}
                        {card.edition > 1 && ` · ${t('page.editionNumber', { number: card.edition })}`}
                      </span>
                    </span>
                    <OpenCard reportCardId={card.id} name={`${card.periodName ?? t('finalName')} ${card.yearName}`} />
                  </li>
                ))}
              </ul>
              <OwnMarks studentId={studentId} name={own[0]?.studentName ?? ''} texts={texts} />
            </div>
          )
        })}
      </ClientMessages>
    </section>
  )
}
