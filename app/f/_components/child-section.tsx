import { CircleCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import type { FamilyChild } from '@/lib/domain/families/schema'
import { formatDay } from '@/lib/shared/dates'
import { FamilyDocumentRow } from './document-row'
import { uploadTexts } from './upload-texts'

/** "●●●○○○○○ 3 de 8": one dot a document, for the eye; the words beside it are for everybody. */
function Dots({ delivered, total }: { delivered: number; total: number }) {
  return (
    <span aria-hidden="true" className="flex flex-wrap gap-1">
      {Array.from({ length: total }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
          key={index}
          className={`size-2.5 rounded-full ${index < delivered ? 'bg-accent-ink' : 'border border-border-strong'}`}
        />
      ))}
    </span>
  )
}

export async function ChildSection({ child }: { child: FamilyChild }) {
  const [t, grades, texts] = await Promise.all([
    getTranslations('families.page'),
    getTranslations('grades'),
    uploadTexts(),
  ])
  const { total, delivered, validated } = child.progress
  const grade = grades.has(`short.${child.gradeLevel}` as 'short.1')
    ? grades(`short.${child.gradeLevel}` as 'short.1')
    : child.gradeLevel
  const count = t('progress', { delivered, total })
  const complete = validated === total
  const accepted =
    child.status === 'active' ? t('enrolled', { name: child.firstName, year: child.yearName }) : t('allValidated')
  const list = (
    <ul className="divide-y divide-border border-t border-border">
      {child.documents.map((document) => (
        <FamilyDocumentRow key={document.id} document={document} child={child} texts={texts} />
      ))}
    </ul>
  )
  return (
    <section className="card overflow-hidden" aria-labelledby={`child-${child.enrollmentId}`}>
      <div className="grid gap-2 px-4 py-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={`child-${child.enrollmentId}`} className="text-lg">
            {child.name}
          </h2>
          {child.status === 'active' && <StatusBadge tone="ok">{t('active')}</StatusBadge>}
        </div>
        <p className="text-muted">
          {grade}
          {child.groupCode ? ` ${child.groupCode}` : ''} · {t('enrollment', { year: child.yearName })}
        </p>
        {total > 0 && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Dots delivered={delivered} total={total} />
            <span className="nums font-medium">{count}</span>
          </p>
        )}
        {child.commitmentDueOn && validated < total && (
          <p className="text-sm text-warning">{t('commitment', { day: formatDay(child.commitmentDueOn) })}</p>
        )}
        {total > 0 && delivered === total && (
          <p className="flex items-center gap-2 text-ok">
            <CircleCheck aria-hidden="true" className="size-5 flex-none" />
            {complete ? accepted : t('allDone')}
          </p>
        )}
      </div>
      {complete ? (
        <details className="border-t border-border">
          <summary className="link flex min-h-11 items-center px-4">{t('showDocuments')}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  )
}
