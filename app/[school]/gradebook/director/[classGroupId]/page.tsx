import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeriodChoice } from '@/components/gradebook/period-choice'
import { WordsSheet, type WordsStudent } from '@/components/gradebook/words/words-sheet'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { readObservations } from '@/lib/domain/gradebook/observations/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { schoolPhrasesLink } from '../../_list/phrases-link'
import { createPhraseAction, removePhraseAction } from '../../actions'

type Page = PageProps<'/[school]/gradebook/director/[classGroupId]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('director.title') }
}

export default async function DirectorPage({ params, searchParams }: Page) {
  const [ctx, { classGroupId }, { period: wanted }] = await Promise.all([pageContext(params), params, searchParams])
  const [group, t] = await Promise.all([
    orNotFound(
      readObservations.run(ctx, { classGroupId, ...(typeof wanted === 'string' ? { periodId: wanted } : {}) }),
    ),
    getTranslations('gradebook'),
  ])
  const { period } = group
  const path = `/${ctx.school.slug}/gradebook`
  const rows: WordsStudent[] = period
    ? group.students.map(({ enrollmentId, name, text, version }) => ({
        id: enrollmentId,
        name,
        readOnly: false,
        texts: [{ of: { periodId: period.id, enrollmentId }, label: t('director.observation'), text, version }],
      }))
    : []
  return (
    <>
      <PageHeader
        title={t('director.heading', { group: group.groupCode })}
        state={[
          t('state.year', { year: group.year }),
          period && `${period.name} ${t(`periodStatus.${period.status as 'open'}`)}`,
          group.director ?? t('director.none'),
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: path },
        ]}
        action={await schoolPhrasesLink(ctx)}
      />
      <div className="mb-4">
        <PeriodChoice
          label={t('period')}
          periods={group.periods.map(({ id, name, status }) => ({
            href: `${path}/director/${classGroupId}?period=${id}`,
            label: name,
            current: id === period?.id,
            muted: status === 'draft',
          }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('empty.studentsTitle')}>{t('empty.studentsText')}</EmptyState>
      ) : (
        <ClientMessages namespaces={['words']}>
          <WordsSheet
            key={period?.id}
            school={ctx.school.slug}
            students={rows}
            phrases={group.phrases}
            writes={group.writes}
            actions={{ create: createPhraseAction, remove: removePhraseAction }}
          />
        </ClientMessages>
      )}
    </>
  )
}
