import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import { pageContext } from '@/lib/platform/page'
import { gradeLevels } from '@/lib/shared/grades'
import { groupLists } from '../../../_components/group-lists'
import { gradeName } from '../../../_components/group-name'
import { NewGroupForm } from '../../../_components/new-group-form'
import { AcademicsHeader } from '../../../_shell/header'
import { chosenYear, isOpen, type YearPage } from '../../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('groups.new') }
}

export default async function NewGroupPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t, grades] = await Promise.all([
    chosenYear(ctx, wanted),
    getTranslations('academics'),
    getTranslations('grades'),
  ])
  const { year } = chosen
  if (!year || !isOpen(year)) notFound()
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader ctx={ctx} tab="groups" chosen={chosen} at="/groups/new" title={t('groups.new')} />
      <div className="max-w-3xl">
        <Card>
          <NewGroupForm
            slug={ctx.school.slug}
            schoolYearId={year.id}
            grades={gradeLevels.map((value) => ({ value, label: gradeName(value, grades) }))}
            lists={await groupLists(ctx, year.id)}
          />
        </Card>
      </div>
    </ClientMessages>
  )
}
