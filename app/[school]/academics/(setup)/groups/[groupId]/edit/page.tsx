import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Card, Section } from '@/components/ui/card'
import { readGroup } from '@/lib/domain/academics/groups/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { EditGroupForm, GroupUse } from '../../../../_components/edit-group-form'
import { groupLists } from '../../../../_components/group-lists'
import { groupName } from '../../../../_components/group-name'

type Props = { params: Promise<{ school: string; groupId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('academics'))('groups.group') }
}

export default async function EditGroupPage({ params }: Props) {
  const [ctx, { groupId }] = await Promise.all([pageContext(params), params])
  const [group, t, grades] = await Promise.all([
    orNotFound(readGroup.run(ctx, { classGroupId: groupId })),
    getTranslations('academics'),
    getTranslations('grades'),
  ])
  const lists = await groupLists(ctx, group.schoolYearId)
  const gone = group.directorId && !lists.directors.some(({ value }) => value === group.directorId)
  const { slug, name: school } = ctx.school
  return (
    <ClientMessages namespaces={['academics']}>
      <PageHeader
        title={t('groups.editTitle', { name: groupName(group, grades) })}
        crumbs={[
          { label: school, href: `/${slug}` },
          { label: t('title'), href: `/${slug}/academics` },
          { label: t('groups.title'), href: `/${slug}/academics?year=${group.schoolYearId}` },
        ]}
      />
      <div className="grid max-w-3xl gap-6">
        <Card>
          <EditGroupForm
            key={group.version}
            slug={slug}
            group={group}
            lists={
              gone
                ? {
                    ...lists,
                    directors: [...lists.directors, { value: group.directorId ?? '', label: group.director ?? '' }],
                  }
                : lists
            }
          />
        </Card>
        <Section title={t('groups.useTitle')} intro={t('groups.deactivateText')}>
          <GroupUse slug={slug} group={group} />
        </Section>
      </div>
    </ClientMessages>
  )
}
