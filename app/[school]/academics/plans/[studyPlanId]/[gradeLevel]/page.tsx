import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { listAreas } from '@/lib/domain/academics/areas/queries'
import { readPlan } from '@/lib/domain/academics/plans/queries'
import { defaultHours, hoursState } from '@/lib/domain/academics/plans/rules'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { gradeLevels, isGradeLevel } from '@/lib/shared/grades'
import { GradeForm } from '../../../_components/grade-form'
import { GradeTable } from '../../../_components/grade-table'
import { subjectBlocks, valuesOf } from '../../../_components/grade-values'
import { gradeName } from '../../../_components/group-name'

type Props = { params: Promise<{ school: string; studyPlanId: string; gradeLevel: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('plans.title') }
}

export default async function GradePage({ params }: Props) {
  const [ctx, { studyPlanId, gradeLevel: wanted }] = await Promise.all([pageContext(params), params])
  const gradeLevel = decodeURIComponent(wanted)
  if (!isGradeLevel(gradeLevel)) notFound()
  const [plan, areas, subjects, t, grades, years] = await Promise.all([
    orNotFound(readPlan.run(ctx, { studyPlanId })),
    orNotFound(listAreas.run(ctx, {})),
    orNotFound(listSubjects.run(ctx, {})),
    getTranslations('academics'),
    getTranslations('grades'),
    getTranslations('years'),
  ])
  const grade = plan.grades.find((one) => one.gradeLevel === gradeLevel)
  const open = plan.year.status === 'planning' || plan.year.status === 'active'
  const mayWrite = can(ctx.permissions, 'config:institution') && open
  if (!grade && !(mayWrite && plan.status === 'draft')) notFound()
  const name = gradeName(gradeLevel, grades)
  const path = `/${ctx.school.slug}/academics/plans`
  const others = plan.grades.filter((one) => one.gradeLevel !== gradeLevel && one.items.length > 0)
  const planned = gradeLevels.filter((level) => plan.grades.some((one) => one.gradeLevel === level))
  const next = planned[planned.indexOf(gradeLevel) + 1]
  const { state, difference } = hoursState(grade?.total ?? 0, grade?.weeklyHours ?? defaultHours(gradeLevel))
  return (
    <ClientMessages namespaces={['academics']}>
      <PageHeader
        title={t('grade.title', { grade: name, plan: plan.name })}
        badge={
          <StatusBadge tone={plan.status === 'draft' ? 'neutral' : 'ok'}>
            {t(`plans.status.${plan.status}`)}
          </StatusBadge>
        }
        state={[
          t('year.state', {
            year: plan.year.name,
            status: years(`status.${plan.year.status}` as 'status.active').toLowerCase(),
          }),
          grade && t(`plans.${state}`, { hours: Math.abs(difference) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: `/${ctx.school.slug}/academics` },
          { label: t('plans.title'), href: `${path}?year=${plan.year.id}` },
        ]}
      />
      {mayWrite && plan.status === 'draft' ? (
        <GradeForm
          slug={ctx.school.slug}
          plan={{ id: plan.id, back: `${path}?year=${plan.year.id}` }}
          grade={{ level: gradeLevel, name, usual: defaultHours(gradeLevel) }}
          blocks={subjectBlocks(areas.items, subjects.items, grade?.items ?? [])}
          initial={valuesOf(grade, gradeLevel, subjects.items)}
          others={others.map((one) => ({
            level: one.gradeLevel,
            name: gradeName(one.gradeLevel, grades),
            values: valuesOf(one, gradeLevel, subjects.items),
          }))}
          {...(next ? { next: { href: `${path}/${plan.id}/${next}`, name: gradeName(next, grades) } } : {})}
        />
      ) : (
        <GradeTable caption={t('grade.table', { grade: name })} items={grade?.items ?? []} mayReopen={mayWrite} />
      )}
    </ClientMessages>
  )
}
