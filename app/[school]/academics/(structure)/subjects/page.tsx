import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { listAreas } from '@/lib/domain/academics/areas/queries'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { Catalog } from '../../_components/catalog'
import { Compulsory } from '../../_components/compulsory'
import { NoAreas } from '../../_components/no-areas'
import { AcademicsHeader } from '../../_shell/header'
import { chosenYear, type YearPage } from '../../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('areas.title') }
}

export default async function SubjectsPage({ params, searchParams }: YearPage) {
  const [ctx, { year }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, areas, { items: subjects }, t] = await Promise.all([
    chosenYear(ctx, year),
    orNotFound(listAreas.run(ctx, {})),
    orNotFound(listSubjects.run(ctx, {})),
    getTranslations('academics'),
  ])
  const writes = can(ctx.permissions, 'config:institution')
  const { slug } = ctx.school
  return (
    <ClientMessages namespaces={['academics']}>
      <AcademicsHeader
        ctx={ctx}
        tab="subjects"
        chosen={chosen}
        switches={false}
        title={t('areas.title')}
        state={t('areas.state', { areas: areas.items.length, subjects: subjects.length })}
        file={subjects.length > 0 ? `/${slug}/academics/subjects/export` : undefined}
      />
      {writes && areas.missing > 0 && <Compulsory slug={slug} missing={areas.missing} />}
      {areas.items.length === 0 && !writes && <NoAreas />}
      {(areas.items.length > 0 || writes) && (
        <Catalog
          key={areas.items.map(({ id, version, position }) => `${id}${version}${position}`).join()}
          slug={slug}
          writes={writes}
          areas={areas.items}
          subjects={subjects}
        />
      )}
    </ClientMessages>
  )
}
