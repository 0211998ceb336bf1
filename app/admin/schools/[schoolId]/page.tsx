import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { only, type SearchParams } from '@/components/layout/search-params'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { showBytes } from '@/lib/shared/bytes'
import { showNit } from '@/lib/shared/nit'
import { FiguresSection } from './_components/figures-section'
import { LimitsForm } from './_components/limits-form'
import { NextSteps } from './_components/next-steps'
import { Rectors } from './_components/rectors'
import { SchoolHeader } from './_components/school-header'

type Props = { params: Promise<{ schoolId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('one') }
}

export default async function SchoolPage({ params, searchParams }: Props) {
  const [ctx, { schoolId }, { opened }] = await Promise.all([
    platformPageContext(),
    params,
    only(searchParams, ['opened'] as const),
  ])
  const [school, t, words, format, locale] = await Promise.all([
    orNotFound(readOneSchool.run(ctx, { schoolId })),
    getTranslations('admin'),
    getTranslations('schools'),
    getFormatter(),
    getLocale(),
  ])
  const number = (value: number) => format.number(value)
  return (
    <ClientMessages namespaces={['admin']}>
      <SchoolHeader school={school} tab="overview" />
      <div className="grid max-w-3xl gap-8">
        {opened && <NextSteps school={school} />}
        <Section title={t('about')}>
          <DescriptionList
            items={[
              { term: words('field.nit'), value: school.nit && showNit(school.nit) },
              { term: words('field.city'), value: school.city },
              { term: words('field.resolution'), value: school.resolution },
              { term: words('field.sector'), value: words(`sector.${school.sector}`) },
              { term: words('field.calendar'), value: words(`calendar.${school.calendar}`) },
              { term: t('since'), value: format.dateTime(new Date(school.createdAt), 'dayLong') },
            ]}
          />
        </Section>
        <Rectors school={school} />
        <FiguresSection school={school} />
        <Section title={t('limits')} intro={t('limitsText')}>
          <LimitsForm
            schoolId={school.id}
            version={school.version}
            limits={school.limits}
            uses={{
              students: number(school.students),
              people: number(school.people),
              storageMb: showBytes(school.storageBytes, locale),
            }}
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
