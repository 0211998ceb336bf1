import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { listGroups } from '@/lib/domain/academics/groups/queries'
import { namingOf } from '@/lib/domain/academics/groups/rules'
import { shifts } from '@/lib/domain/enrollments/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { gradeLevels } from '@/lib/shared/grades'
import { gradeName } from '../../../_components/group-name'
import { NamedGroupsForm } from '../../../_components/named-groups-form'
import { SeveralGroupsForm } from '../../../_components/several-groups-form'
import { AcademicsHeader } from '../../../_shell/header'
import { chosenYear, isOpen, type YearPage } from '../../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('groups.several') }
}

export default async function SeveralGroupsPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted, named }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t, grades, enrollments] = await Promise.all([
    chosenYear(ctx, wanted),
    getTranslations('academics'),
    getTranslations('grades'),
    getTranslations('enrollments'),
  ])
  const { year } = chosen
  if (!year || !isOpen(year)) notFound()
  const { items, unknown } = await orNotFound(listGroups.run(ctx, { schoolYearId: year.id }))
  const own = { slug: ctx.school.slug, schoolYearId: year.id }
  const shiftChoices = shifts.map((value) => ({ value, label: enrollments(`shift.${value}`) }))
  const names = Object.fromEntries(gradeLevels.map((level) => [level, gradeName(level, grades)]))
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader ctx={ctx} tab="groups" chosen={chosen} at="/groups/several" title={t('groups.bulkTitle')} />
      <div className="max-w-3xl">
        <Card>
          {named && unknown.length > 0 ? (
            <NamedGroupsForm
              {...own}
              shifts={shiftChoices}
              groups={unknown.map(({ gradeLevel, code, students }) => ({
                gradeLevel,
                code,
                label: t('groups.unknownOne', { grade: gradeName(gradeLevel, grades), code, students }),
              }))}
            />
          ) : (
            <SeveralGroupsForm
              {...own}
              shifts={shiftChoices}
              names={names}
              naming={namingOf([...items, ...unknown])}
              existing={items.map(({ gradeLevel, code }) => ({ gradeLevel, code }))}
              wanted={unknown.map(({ gradeLevel, code }) => ({ gradeLevel, code }))}
            />
          )}
        </Card>
      </div>
    </ClientMessages>
  )
}
