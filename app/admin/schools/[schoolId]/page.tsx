import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { showNit } from '@/lib/shared/nit'
import { StatePanel } from './state-panel'

type Props = { params: Promise<{ schoolId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('one') }
}

export default async function SchoolPage({ params }: Props) {
  const [ctx, { schoolId }] = await Promise.all([platformPageContext(), params])
  const [school, t, words, format] = await Promise.all([
    orNotFound(readOneSchool.run(ctx, { schoolId })),
    getTranslations('admin'),
    getTranslations('schools'),
    getFormatter(),
  ])
  const number = (value: number) => format.number(value)
  return (
    <ClientMessages namespaces={['admin']}>
      <PageHeader
        title={school.name}
        state={`/${school.slug}`}
        badge={
          <StatusBadge tone={school.isActive ? 'ok' : 'neutral'}>
            {t(school.isActive ? 'active' : 'inactive')}
          </StatusBadge>
        }
        crumbs={[{ label: t('schools'), href: '/admin' }]}
        action={
          school.isActive && (
            <LinkButton href={`/admin/support/${school.slug}`} variant="primary">
              {t('enter')}
            </LinkButton>
          )
        }
      />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('about')}>
          <DescriptionList
            items={[
              { term: words('field.nit'), value: school.nit && showNit(school.nit) },
              { term: words('field.city'), value: school.city },
              { term: words('field.resolution'), value: school.resolution },
              { term: words('field.sector'), value: words(`sector.${school.sector}`) },
              { term: words('field.calendar'), value: words(`calendar.${school.calendar}`) },
              { term: t('since'), value: format.dateTime(new Date(school.createdAt), 'dayLong') },
              { term: t('students'), value: number(school.students) },
              { term: t('people'), value: number(school.people) },
              { term: t('openEnrollments'), value: number(school.open) },
            ]}
          />
        </Section>
        <Section title={t('rectors')}>
          <ul className="grid gap-3">
            {school.rectors.map((rector) => (
              <li key={rector.email} className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0">
                  <span className="font-medium">{rector.name}</span>
                  <span className="block truncate text-sm text-muted">{rector.email}</span>
                </span>
                <StatusBadge tone={!rector.isActive ? 'neutral' : rector.hasAccepted ? 'ok' : 'info'}>
                  {t(!rector.isActive ? 'noAccess' : rector.hasAccepted ? 'accepted' : 'invited')}
                </StatusBadge>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('state')}>
          <StatePanel schoolId={school.id} name={school.name} version={school.version} isActive={school.isActive} />
        </Section>
      </div>
    </ClientMessages>
  )
}
