import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { listGroups } from '@/lib/domain/academics/groups/queries'
import { listGroupStudents } from '@/lib/domain/academics/placements/queries'
import { isShift } from '@/lib/domain/enrollments/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { historyMenu } from '../../../../_shell/history-menu'
import { gradeName, groupName } from '../../../_components/group-name'
import { GroupCourses } from '../../../_teaching/group-courses'
import { GroupWeek } from '../../../_teaching/group-week'
import { PlaceSection } from '../../../_teaching/place-section'
import { Roster } from '../../../_teaching/roster'

type Page = PageProps<'/[school]/academics/groups/[groupId]'>

/** The title and the page read the same group once. */
const studentsOf = cache((ctx: SchoolContext, classGroupId: string) =>
  orNotFound(listGroupStudents.run(ctx, { classGroupId })),
)

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { groupId }] = await Promise.all([pageContext(params), params])
  const [{ group }, grades] = await Promise.all([studentsOf(ctx, groupId), getTranslations('grades')])
  return { title: groupName(group, grades) }
}

const tabs = ['students', 'courses', 'week'] as const

export default async function GroupPage({ params, searchParams }: Page) {
  const [ctx, { groupId }, { tab: wanted }] = await Promise.all([pageContext(params), params, searchParams])
  const tab = tabs.find((one) => one === wanted) ?? 'students'
  const [{ group, items, former }, t, structure, grades, enrollments] = await Promise.all([
    studentsOf(ctx, groupId),
    getTranslations('placements'),
    getTranslations('academics'),
    getTranslations('grades'),
    getTranslations('enrollments'),
  ])
  const home = `/${ctx.school.slug}`
  const path = `${home}/academics/groups/${groupId}`
  const name = groupName(group, grades)
  const isOpen = group.isActive && (group.yearStatus === 'planning' || group.yearStatus === 'active')
  const writes = can(ctx.permissions, 'write:enrollment') && isOpen
  const { capacity } = group
  return (
    <>
      <PageHeader
        title={name}
        state={[
          gradeName(group.gradeLevel, grades),
          group.yearName,
          group.shift && isShift(group.shift) && enrollments(`shift.${group.shift}`),
          capacity ? t('stateOf', { students: items.length, capacity }) : t('state', { students: items.length }),
          group.director && t('director', { name: group.director }),
          group.room,
        ]
          .filter(Boolean)
          .join(' · ')}
        file={tab === 'students' && items.length > 0 ? `${path}/export` : undefined}
        menu={await historyMenu(ctx, 'group', groupId)}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: structure('title'), href: `${home}/academics` },
        ]}
        action={
          can(ctx.permissions, 'config:institution') && <LinkButton href={`${path}/edit`}>{t('edit')}</LinkButton>
        }
      />
      <Tabs
        label={t('tabs')}
        current={tab === 'students' ? path : `${path}?tab=${tab}`}
        tabs={tabs.map((one) => ({
          href: one === 'students' ? path : `${path}?tab=${one}`,
          label: t(`tab.${one}`),
          ...(one === 'students' ? { count: items.length } : {}),
        }))}
      />
      <ClientMessages namespaces={['placements', 'timetable', 'courses']}>
        <div className="grid grid-cols-1 gap-8 pt-4">
          {tab === 'courses' && <GroupCourses ctx={ctx} groupId={groupId} name={name} isOpen={isOpen} />}
          {tab === 'week' && <GroupWeek ctx={ctx} groupId={groupId} name={name} />}
          {tab === 'students' && (
            <>
              {capacity !== null && items.length > capacity && (
                <Callout tone="warning">{t('over', { students: items.length, capacity })}</Callout>
              )}
              {items.length === 0 ? (
                <EmptyState icon={<Users aria-hidden="true" />} title={t('emptyTitle')}>
                  {t(writes ? 'emptyText' : 'emptyAll')}
                </EmptyState>
              ) : null}
              {(items.length > 0 || former.length > 0) && (
                <Roster
                  school={ctx.school.slug}
                  group={{ id: group.id, name, startsOn: group.startsOn, endsOn: group.endsOn }}
                  students={items.map((student) => ({
                    ...student,
                    statusLabel: enrollments(`status.${student.status as 'active'}`),
                  }))}
                  former={former}
                  others={writes ? await otherGroups(ctx, group) : []}
                  writes={writes}
                />
              )}
              {writes && (
                <PlaceSection
                  ctx={ctx}
                  group={group}
                  name={name}
                  grade={gradeName(group.gradeLevel, grades)}
                  students={items.length}
                />
              )}
            </>
          )}
        </div>
      </ClientMessages>
    </>
  )
}

type Group = { id: string; yearId: string; gradeLevel: string }

/** The groups of the same grade and year that a student can go to. */
async function otherGroups(ctx: SchoolContext, group: Group) {
  const [{ items }, grades] = await Promise.all([
    orNotFound(listGroups.run(ctx, { schoolYearId: group.yearId })),
    getTranslations('grades'),
  ])
  return items
    .filter((one) => one.gradeLevel === group.gradeLevel && one.id !== group.id && one.isActive)
    .map((one) => ({ value: one.id, label: groupName(one, grades) }))
}
