import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { listGroups } from '@/lib/domain/academics/groups/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { groupRows } from '../_components/group-rows'
import { NoGroups } from '../_components/no-groups'
import { UnknownGroups } from '../_components/unknown-groups'
import { AcademicsHeader } from '../_shell/header'
import { NoYear } from '../_shell/no-year'
import { chosenYear, inYear, isOpen, type YearPage } from '../_shell/years'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('groups.title') }
}

export default async function GroupsPage({ params, searchParams }: YearPage) {
  const [ctx, { year: wanted }] = await Promise.all([pageContext(params), searchParams])
  const [chosen, t, grades, shifts] = await Promise.all([
    chosenYear(ctx, wanted),
    getTranslations('academics'),
    getTranslations('grades'),
    getTranslations('enrollments'),
  ])
  const { year } = chosen
  const list = year && (await orNotFound(listGroups.run(ctx, { schoolYearId: year.id })))
  const writes = can(ctx.permissions, 'config:institution') && year !== null && isOpen(year)
  const path = `/${ctx.school.slug}/academics`
  const active = list?.items.filter(({ isActive }) => isActive) ?? []
  const placed = active.reduce((sum, group) => sum + group.placed, 0)
  return (
    <>
      <AcademicsHeader
        ctx={ctx}
        tab="groups"
        chosen={chosen}
        title={t('groups.title')}
        state={active.length > 0 && t('groups.state', { groups: active.length, students: placed })}
        action={
          writes &&
          list &&
          list.items.length > 0 && (
            <LinkButton href={inYear(`${path}/groups/several`, chosen)} variant="primary">
              {t('groups.several')}
            </LinkButton>
          )
        }
        file={year && list && list.items.length > 0 ? `${path}/groups/export/${year.id}` : undefined}
        menu={
          writes
            ? [
                { label: t('groups.new'), href: inYear(`${path}/groups/new`, chosen) },
                { label: t('groups.courses'), href: inYear(`${path}/generate`, chosen) },
                { label: t('groups.import'), href: inYear(`${path}/import`, chosen) },
              ]
            : []
        }
      />
      {!year && <NoYear ctx={ctx} />}
      {writes && list && <UnknownGroups unknown={list.unknown} href={inYear(`${path}/groups/several`, chosen)} />}
      {year && list?.items.length === 0 && <NoGroups path={path} chosen={chosen} year={year.name} writes={writes} />}
      {year && list && list.items.length > 0 && (
        <DataTable
          label={t('groups.list', { year: year.name })}
          columns={[
            { key: 'name', header: t('groups.group') },
            { key: 'shift', header: t('groups.shift'), phone: 'hide' },
            { key: 'director', header: t('groups.director') },
            { key: 'plan', header: t('groups.plan'), phone: 'hide', muted: true },
            { key: 'courses', header: t('groups.coursesCount'), kind: 'number', phone: 'hide' },
            { key: 'students', header: t('groups.students'), kind: 'badge' },
          ]}
          rows={groupRows(list.items, path, { t, grades, shifts })}
        />
      )}
    </>
  )
}
