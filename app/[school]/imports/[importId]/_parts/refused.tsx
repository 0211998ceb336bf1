import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { ImportDetail } from '@/lib/domain/imports/schema'
import { ReadingForm } from '../../_components/reading-form'

/** Why the file was not read, and what can be done: read it in another way, or send another one. */
export function Refused({ slug, batch }: { slug: string; batch: ImportDetail }) {
  const t = useTranslations('imports')
  const isCsv = !batch.fileName.toLowerCase().endsWith('.xlsx')
  return (
    <div className="grid max-w-4xl gap-6">
      <Callout
        tone="danger"
        title={t('page.refused')}
        actions={
          <LinkButton href={`/${slug}/imports/new?kind=${batch.kind}`} size="sm">
            {t('page.another')}
          </LinkButton>
        }
      >
        {batch.refusal}
      </Callout>
      {isCsv && <ReadingForm slug={slug} batch={batch} csv />}
    </div>
  )
}
