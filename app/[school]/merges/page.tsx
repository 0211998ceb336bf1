import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { only } from '@/components/layout/search-params'
import { getGuardian } from '@/lib/domain/guardians/queries'
import { compareRecords, listMerges } from '@/lib/domain/merges/queries'
import { type MergeEntity, mergeEntities } from '@/lib/domain/merges/schema'
import { searchPeople } from '@/lib/domain/search/queries'
import { findDuplicates, getStudent } from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDocument } from '@/lib/shared/documents-id'
import { isUuid } from '@/lib/shared/ids'
import { MergeForm } from './_components/merge-form'
import { MergeHistory } from './_components/merge-history'
import { PickRecord } from './_components/pick-record'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merges'))('title') }
}

type Found = { id: string; name: string; detail: string }

/** Whom the record may be the same as: by the rules for duplicates, or by what was typed. */
async function candidatesOf(ctx: SchoolContext, entity: MergeEntity, id: string, q: string | undefined) {
  const record =
    entity === 'student'
      ? await orNotFound(getStudent.run(ctx, { studentId: id }))
      : await orNotFound(getGuardian.run(ctx, { guardianId: id }))
  const { documentType, documentNumber, firstSurname, secondSurname, firstName, secondName, fullName } = record
  const identity = { documentType, documentNumber, firstSurname, secondSurname, firstName, secondName }
  const searched = q ?? (entity === 'guardian' ? firstSurname : undefined)
  const [similar, named] = await Promise.all([
    'birthDate' in record && entity === 'student' && !q
      ? findDuplicates.run(ctx, { ...identity, birthDate: record.birthDate, exceptId: id })
      : { items: [] },
    searched ? searchPeople.run(ctx, { q: searched }) : { items: [] },
  ])
  const found: Found[] = [
    ...similar.items.map((one) => ({
      id: one.id,
      name: one.fullName,
      detail: showDocument(one.documentType, one.documentNumber),
    })),
    ...named.items
      .filter((one) => one.kind === entity && !similar.items.some(({ id: known }) => known === one.id))
      .map((one) => ({
        id: one.id,
        name: one.fullName,
        detail: showDocument(one.documentType, one.documentNumber),
      })),
  ]
  return { fullName, found: found.filter((one) => one.id !== id) }
}

export default async function MergePage({ params, searchParams }: PageProps<'/[school]/merges'>) {
  const [ctx, wanted] = await Promise.all([
    pageContext(params),
    only(searchParams, ['entity', 'record', 'with', 'q'] as const),
  ])
  const entity = mergeEntities.find((name) => name === wanted.entity)
  const { record } = wanted
  if (!can(ctx.permissions, 'write:enrollment')) notFound()
  // Two records are compared from one of them.
  if (!entity || !isUuid(record)) redirect(`/${ctx.school.slug}/students`)
  const other = isUuid(wanted.with) && wanted.with !== record ? wanted.with : null
  const [t, seen, { fullName, found }, history] = await Promise.all([
    getTranslations('merges'),
    other ? orNotFound(compareRecords.run(ctx, { entity, keptId: record, lostId: other })) : null,
    candidatesOf(ctx, entity, record, wanted.q),
    listMerges.run(ctx, { keptId: record }),
  ])
  const { slug } = ctx.school
  const home = `/${slug}/${entity === 'student' ? 'students' : 'guardians'}/${record}`
  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('intro')}
        crumbs={[
          { label: ctx.school.name, href: `/${slug}` },
          { label: fullName, href: home },
        ]}
      />
      <ClientMessages namespaces={['merges', 'identity', 'grades']}>
        <div className="grid max-w-4xl gap-8">
          {seen ? (
            <MergeForm key={`${seen.kept.id} ${seen.lost.id}`} slug={slug} seen={seen} />
          ) : (
            <PickRecord slug={slug} entity={entity} record={record} q={wanted.q ?? ''} found={found} />
          )}
          <MergeHistory slug={slug} items={history.items} />
        </div>
      </ClientMessages>
    </>
  )
}
