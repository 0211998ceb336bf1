import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { hoursState } from '@/lib/domain/academics/plans/rules'
import type { PlanGrade, PlanRow } from '@/lib/domain/academics/plans/schema'
import { gradeLevels } from '@/lib/shared/grades'
import { AddGrade } from './add-grade'
import { gradeName } from './group-name'
import { PlanActions } from './plan-actions'

type Props = { slug: string; plan: PlanRow; writes: boolean }

const hoursTone = { short: 'warning', exact: 'ok', over: 'info' } as const

/** A plan with the hours of each grade against those that it has to reach. */
export function PlanBlock({ slug, plan, writes }: Props) {
  const t = useTranslations('academics')
  const grades = useTranslations('grades')
  const path = `/${slug}/academics/plans/${plan.id}`
  const draft = plan.status === 'draft'
  const open = gradeLevels.filter((level) => !plan.grades.some(({ gradeLevel }) => gradeLevel === level))
  return (
    <Section
      bare
      title={
        <span className="flex flex-wrap items-center gap-2">
          {plan.name}
          <StatusBadge tone={draft ? 'neutral' : 'ok'}>{t(`plans.status.${plan.status}`)}</StatusBadge>
        </span>
      }
      intro={`${t('plans.groups', { count: plan.groups })} ${writes ? t(draft ? 'plans.draftText' : 'plans.approvedText') : ''}`}
      actions={writes && <PlanActions slug={slug} plan={plan} />}
    >
      {plan.grades.length === 0 ? (
        <p className="text-muted">{t('plans.noGrades')}</p>
      ) : (
        <Table caption={t('plans.grades', { name: plan.name })}>
          <thead>
            <tr>
              <th scope="col">{t('plans.grade')}</th>
              <th scope="col" data-kind="number" className="hidden md:table-cell">
                {t('plans.subjects')}
              </th>
              <th scope="col" data-kind="number">
                {t('plans.hours')}
              </th>
              <th scope="col" data-kind="number" className="hidden md:table-cell">
                {t('plans.required')}
              </th>
              <th scope="col">{t('plans.state')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.grades.map((grade) => (
              <GradeRow key={grade.gradeLevel} grade={grade} href={`${path}/${grade.gradeLevel}`} />
            ))}
          </tbody>
        </Table>
      )}
      {writes && draft && open.length > 0 && (
        <AddGrade path={path} grades={open.map((value) => ({ value, label: gradeName(value, grades) }))} />
      )}
    </Section>
  )
}

function GradeRow({ grade, href }: { grade: PlanGrade; href: string }) {
  const t = useTranslations('academics')
  const grades = useTranslations('grades')
  const { state, difference } = hoursState(grade.total, grade.weeklyHours)
  return (
    <tr>
      <th scope="row">
        <Link href={href} prefetch={false} className="link">
          {gradeName(grade.gradeLevel, grades)}
        </Link>
      </th>
      <td data-kind="number" className="hidden md:table-cell">
        {grade.subjects}
      </td>
      <td data-kind="number">{grade.total}</td>
      <td data-kind="number" className="hidden md:table-cell">
        {grade.weeklyHours}
      </td>
      <td>
        <StatusBadge tone={hoursTone[state]}>{t(`plans.${state}`, { hours: Math.abs(difference) })}</StatusBadge>
      </td>
    </tr>
  )
}
