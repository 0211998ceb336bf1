import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'

type PaginationProps = {
  /** "1–50 de 128" */
  summary?: string
  previous?: string | null
  next?: string | null
}

/** Cursor pages: an address backwards, an address forwards, no page numbers. */
export function Pagination({ summary, previous, next }: PaginationProps) {
  const t = useTranslations('ui')
  if (!previous && !next && !summary) return null
  return (
    <nav aria-label={t('pages')} className="mt-3 flex items-center justify-between gap-3">
      <span className="nums text-sm text-muted">
        {summary}
        {(previous || next) && <span className="hidden print:block">{t('file.printedPart')}</span>}
      </span>
      <span className="flex gap-2">
        {previous && (
          <LinkButton href={previous} rel="prev" size="sm" icon={<ChevronLeft aria-hidden="true" />}>
            {t('previous')}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={next} rel="next" size="sm">
            {t('next')}
            <ChevronRight aria-hidden="true" />
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
