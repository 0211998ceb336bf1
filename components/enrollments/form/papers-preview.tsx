import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { FormFacts } from '@/lib/domain/enrollments/form/schema'
import { ageFacts } from '@/lib/domain/enrollments/rules'
import { requiredDocumentsFor } from '@/lib/domain/requirements/rules'
import { isIsoDay } from '@/lib/shared/dates'
import type { EnrollValues } from './values'

type PapersPreviewProps = { values: EnrollValues; facts: FormFacts; requirementsHref: string | null }

/** What the family will be asked for: the same rule that makes the list when the enrollment is saved. */
export function PapersPreview({ values, facts, requirementsHref }: PapersPreviewProps) {
  const t = useTranslations('enrollments.form')
  const { child, student, kind, gradeLevel, schoolYearId } = values
  const { documentType, birthDate } = child ?? student
  const startsOn = facts.years.find(({ id }) => id === schoolYearId)?.startsOn
  if (facts.requirements.length === 0)
    return (
      <p className="text-muted">
        {t('noRequirements')}{' '}
        {requirementsHref && (
          <Link href={requirementsHref} className="text-accent-ink underline">
            {t('defineRequirements')}
          </Link>
        )}
      </p>
    )
  if (!gradeLevel || !startsOn) return <p className="text-muted">{t('papersWait')}</p>
  const age = ageFacts(birthDate && isIsoDay(birthDate) ? birthDate : null, startsOn)
  const papers = requiredDocumentsFor(facts.requirements, { kind, gradeLevel, documentType, ...age })
  return (
    <div>
      <p role="status" className="mb-2 text-muted">
        {t('papersCount', { count: papers.length })}
      </p>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {papers.map((paper) => (
          <li key={paper.code} className="flex flex-wrap items-center gap-x-2">
            {paper.name}
            {!paper.required && <span className="text-muted">({t('optional')})</span>}
            {paper.kind === 'consent' && <Badge tone="info">{t('consent')}</Badge>}
          </li>
        ))}
      </ul>
    </div>
  )
}
