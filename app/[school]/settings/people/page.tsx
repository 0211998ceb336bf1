import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listPeople } from '@/lib/domain/people/queries'
import { personState, schoolRoles } from '@/lib/domain/people/rules'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { personTones } from './_components/person-state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function PeoplePage({ params, searchParams }: Props) {
  const [ctx, wanted] = await Promise.all([
    pageContext(params),
    only(searchParams, ['q', 'role', 'active', 'cursor'] as const),
  ])
  const [page, t, format] = await Promise.all([
    orNotFound(listPeople.run(ctx, wanted)),
    getTranslations('people'),
    getFormatter(),
  ])
  const { cursor: _, ...filters } = wanted
  const path = `/${ctx.school.slug}/settings/people`
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={t('title')}
        state={t('text')}
        file={page.total > 0 ? `${path}/export?${new URLSearchParams(filters)}` : undefined}
        menu={[{ label: t('import'), href: `/${ctx.school.slug}/imports/new?kind=users` }]}
        action={
          <LinkButton href={`${path}/invite`} variant="primary">
            {t('invite')}
          </LinkButton>
        }
      />
      <FilterBar
        path={path}
        params={filters}
        search={{ name: 'q', label: t('search') }}
        filters={[
          {
            name: 'role',
            label: t('roleLabel'),
            options: schoolRoles.map((value) => ({ value, label: t(`role.${value}`) })),
          },
          {
            name: 'active',
            label: t('access'),
            options: [
              { value: 'true', label: t('state.active') },
              { value: 'false', label: t('state.inactive') },
            ],
          },
        ]}
        count={t('count', { count: page.total })}
      />
      {page.items.length === 0 ? (
        <EmptyState icon={<Users aria-hidden="true" />} title={filtered ? t('noneFound') : t('emptyTitle')}>
          {filtered ? t('noneFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'name', header: t('name'), sub: 'email' },
            { key: 'roles', header: t('roles') },
            { key: 'state', header: t('access'), kind: 'badge' },
            { key: 'seen', header: t('lastSeen'), muted: true, phone: 'hide' },
          ]}
          rows={page.items.map((person) => {
            const state = personState(person)
            return {
              id: person.membershipId,
              href: `${path}/${person.membershipId}`,
              cells: {
                name: person.name,
                email: person.email,
                roles: person.roles.map((role) => t(`role.${role}`)).join(', '),
                state: { tone: personTones[state], text: t(`state.${state}`) },
                seen: person.lastSeenAt ? format.relativeTime(new Date(person.lastSeenAt)) : t('never'),
              },
            }
          })}
        />
      )}
      <Pagination next={nextHref(path, filters, page.nextCursor)} />
    </>
  )
}
