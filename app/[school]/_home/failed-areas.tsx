import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import type { Figures } from '@/lib/domain/dashboard/figures/schema'

/** How many have failed areas in the newest closed period, each line leading to the list that names them. */
export function FailedAreas({ home, failed }: { home: string; failed: NonNullable<Figures['failedAreas']> }) {
  const t = useTranslations('home.failing')
  const { periodId, period, any, three } = failed
  const lines = [
    { least: 1, count: any, text: t('any', { count: any }) },
    { least: 3, count: three, text: t('three', { count: three }) },
  ].filter(({ count }) => count > 0)
  return (
    <Section title={t('title')} intro={t(any > 0 ? 'text' : 'none', { period })} bare>
      {lines.length > 0 && (
        <ul className="card divide-y divide-border">
          {lines.map(({ least, count, text }) => (
            <li key={least}>
              <Link
                href={`${home}/sheets/failing?periodId=${periodId}&atLeast=${least}`}
                prefetch={false}
                className="flex min-h-(--control) items-center gap-3 px-4 py-2 hover:bg-surface-2 [&_svg]:size-4 [&_svg]:flex-none [&_svg]:text-muted"
              >
                <span className="nums min-w-10 text-right text-lg font-semibold">{count}</span>
                <span className="min-w-0 flex-1">{text}</span>
                <ChevronRight aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
