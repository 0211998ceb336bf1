import type { PlatformDb } from '@/lib/platform/db/platform'
import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { normalizeSearch } from '@/lib/shared/search-text'
import { listSchoolsInput, readOneSchoolInput, type SchoolRow, schoolOverview, schoolPage } from './schema'

const columns = {
  id: true,
  slug: true,
  name: true,
  nit: true,
  city: true,
  sector: true,
  calendar: true,
  isActive: true,
  version: true,
} as const

type Columns = Omit<SchoolRow, 'students' | 'people' | 'open' | 'sector' | 'calendar'> & {
  sector: string
  calendar: string
}

const openStatuses = ['pending_documents', 'in_review']

/** How much is in each of these schools: three counts for the page, not three for each row. */
async function withCounts(db: PlatformDb, schools: Columns[]): Promise<SchoolRow[]> {
  const where = { schoolId: { in: schools.map(({ id }) => id) } }
  const [students, people, open] = await Promise.all([
    db.student.groupBy({ by: ['schoolId'], where: { ...where, isActive: true }, _count: true }),
    db.schoolMembership.groupBy({ by: ['schoolId'], where: { ...where, isActive: true }, _count: true }),
    db.enrollment.groupBy({ by: ['schoolId'], where: { ...where, status: { in: openStatuses } }, _count: true }),
  ])
  const of = (counts: { schoolId: string; _count: number }[], id: string) =>
    counts.find(({ schoolId }) => schoolId === id)?._count ?? 0
  return schools.map((school) => ({
    ...school,
    sector: school.sector === 'private' ? 'private' : 'official',
    calendar: school.calendar === 'B' ? 'B' : 'A',
    students: of(students, school.id),
    people: of(people, school.id),
    open: of(open, school.id),
  }))
}

/** All schools by name. The search ignores accents and looks at name, city, address and NIT. */
export const listSchools = platformQuery({
  scope: 'platform',
  name: 'schools.list',
  permission: 'manage:schools',
  input: listSchoolsInput,
  output: schoolPage,
  run: async ({ db, input: { q, active, cursor, limit } }) => {
    const words = normalizeSearch(q ?? '')
      .split(' ')
      .filter(Boolean)
    const every = await db.school.findMany({
      where: active === undefined ? {} : { isActive: active },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: columns,
    })
    // A platform has hundreds of schools, not millions: reading their names is cheaper than keeping a search column.
    const found = every.filter(({ name, slug, city, nit }) => {
      const text = normalizeSearch([name, slug, city, nit?.replace('-', '')].filter(Boolean).join(' '))
      return words.every((word) => text.includes(word))
    })
    const after = cursor ? decodeCursor(cursor, 1)?.[0] : undefined
    if (cursor && typeof after !== 'string')
      throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
    const from = after ? found.findIndex(({ id }) => id === after) + 1 : 0
    const page = found.slice(from, from + limit)
    const last = page.at(-1)
    return {
      items: await withCounts(db, page),
      nextCursor: last && from + limit < found.length ? encodeCursor([last.id]) : null,
      total: found.length,
    }
  },
})

/** One school with its rectors. */
export const readOneSchool = platformQuery({
  scope: 'platform',
  name: 'schools.overview',
  permission: 'manage:schools',
  input: readOneSchoolInput,
  output: schoolOverview,
  run: async ({ db, input: { schoolId } }) => {
    const school = await db.school.findFirst({
      where: { id: schoolId },
      select: { ...columns, resolution: true, createdAt: true },
    })
    if (!school) throw new AppError('not_found')
    const [[row], rectors] = await Promise.all([
      withCounts(db, [school]),
      db.schoolMembership.findMany({
        where: { schoolId, roles: { array_contains: ['rector'] } },
        orderBy: { createdAt: 'asc' },
        select: {
          isActive: true,
          user: { select: { fullName: true, email: true, credential: { select: { userId: true } } } },
        },
      }),
    ])
    return {
      ...row!,
      resolution: school.resolution,
      createdAt: school.createdAt.toISOString(),
      rectors: rectors.map(({ isActive, user }) => ({
        name: user.fullName,
        email: user.email,
        isActive,
        hasAccepted: user.credential !== null,
      })),
    }
  },
})
