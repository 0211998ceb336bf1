'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { ReviewItem } from './review-item'

/** What the document is held against. */
export function DataPanel({ school, item }: { school: string; item: ReviewItem }) {
  const t = useTranslations('review')
  const documents = useTranslations('documents')
  return (
    <div className="card grid gap-3 p-4">
      <h2 className="text-lg">
        {item.name}
        {!item.required && <span className="text-base font-normal text-muted"> ({t('optional')})</span>}
      </h2>
      {item.earlier.length > 0 && (
        <Callout tone="warning" title={t('earlier')}>
          <ul>
            {item.earlier.map(({ code, note }) => (
              <li key={`${code} ${note}`}>
                {code === 'other' ? note : documents(`rejectionShort.${code}`)}
                {code !== 'other' && note ? `: ${note}` : ''}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {item.mustShow && (
        <div>
          <h3 className="text-sm text-muted">{t('mustShow')}</h3>
          <p>{item.mustShow}</p>
        </div>
      )}
      <dl className="grid gap-2">
        {item.facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="nums font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <Link href={`/${school}/enrollments/${item.enrollmentId}`} className="link w-fit">
        {t('openEnrollment')}
      </Link>
    </div>
  )
}
