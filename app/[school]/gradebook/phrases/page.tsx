import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import { sharePhrases } from '@/lib/domain/gradebook/phrases/policy'
import { listPhrases } from '@/lib/domain/gradebook/phrases/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { NewPhrase } from './_parts/new-phrase'
import { PhraseList } from './_parts/phrase-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('words'))('school.title') }
}

/** The phrases that every teacher of the school is offered; a teacher's own are kept where they are used. */
export default async function PhrasesPage({ params }: PageProps<'/[school]/gradebook/phrases'>) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, sharePhrases)) notFound()
  const [{ items }, subjects, t, gradebook] = await Promise.all([
    orNotFound(listPhrases.run(ctx, {})),
    orNotFound(listSubjects.run(ctx, {})),
    getTranslations('words'),
    getTranslations('gradebook'),
  ])
  const home = `/${ctx.school.slug}`
  const options = subjects.items.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ClientMessages namespaces={['words']}>
      <PageHeader
        title={t('school.title')}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: gradebook('title'), href: `${home}/gradebook` },
        ]}
        action={<NewPhrase school={ctx.school.slug} subjects={options} />}
      />
      <div className="grid max-w-4xl grid-cols-1 gap-6">
        <p className="reading text-muted">{t('school.intro')}</p>
        <PhraseList
          school={ctx.school.slug}
          phrases={items.filter(({ shared }) => shared)}
          subjects={Object.fromEntries(options.map(({ value, label }) => [value, label]))}
        />
      </div>
    </ClientMessages>
  )
}
