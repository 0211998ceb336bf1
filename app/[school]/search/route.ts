import { getTranslations } from 'next-intl/server'
import type { PaletteItem } from '@/components/layout/command-palette'
import { placeOf } from '@/components/students/place'
import { searchPeople } from '@/lib/domain/search/queries'
import { searchRecords } from '@/lib/domain/search/records/queries'
import type { FoundRecord } from '@/lib/domain/search/records/schema'
import type { FoundPerson } from '@/lib/domain/search/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { showDocument } from '@/lib/shared/documents-id'

const places: Record<FoundRecord['kind'], string> = {
  group: 'academics/groups',
  course: 'gradebook',
  staff: 'settings/people',
  paper: 'papers',
}

/** What the command palette shows of what it finds: the same searches as GET /api/v1/search and …/records, in words. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/search'>): Promise<Response> {
  const ctx = await pageContext(params)
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
  const [{ items }, records, t, grades] = await Promise.all([
    orNotFound(searchPeople.run(ctx, { q })),
    orNotFound(searchRecords.run(ctx, { q })),
    getTranslations('search'),
    getTranslations('grades'),
  ])
  const home = `/${ctx.school.slug}`
  const toItem = (person: FoundPerson): PaletteItem => {
    const document = showDocument(person.documentType, person.documentNumber)
    const about =
      person.kind === 'student'
        ? placeOf(person.gradeLevel, person.groupCode, grades)
        : person.children && t('guardianOf', { children: person.children })
    return {
      id: person.id,
      title: person.fullName,
      detail: [document, about].filter(Boolean).join(' · '),
      kind: t(person.kind === 'student' ? 'students' : 'guardians'),
      href: `${home}/${person.kind === 'student' ? 'students' : 'guardians'}/${person.id}`,
      ...(person.isActive ? {} : { reason: t('inactive') }),
    }
  }
  const toRecord = ({ kind, id, title, detail }: FoundRecord): PaletteItem => ({
    id,
    title,
    ...(detail ? { detail } : {}),
    kind: t(`records.${kind}`),
    href: `${home}/${places[kind]}/${id}`,
  })
  const found = [...items.map(toItem), ...records.items.map(toRecord)]
  return Response.json({ items: found }, { headers: { 'Cache-Control': 'private, no-store' } })
}
