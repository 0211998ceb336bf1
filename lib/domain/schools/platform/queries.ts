import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { normalizeSearch } from '@/lib/shared/search-text'
import { shownFigures } from '../figures/steps'
import { readLimits } from '../limits/schema'
import { listSchoolsInput, readOneSchoolInput, schoolOverview, schoolPage } from './schema'

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

type Columns = {
  sector: string
  calendar: string
  figures: Parameters<typeof shownFigures>[0]
}

/** A school with what the jobs have counted in it: nothing is counted here. */
function rowOf<School extends Columns>({ figures, ...school }: School) {
  const { figures: _, ...counted } = shownFigures(figures)
  return {
    ...school,
    sector: school.sector === 'private' ? ('private' as const) : ('official' as const),
    calendar: school.calendar === 'B' ? ('B' as const) : ('A' as const),
    ...counted,
  }
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
      select: { id: true, slug: true, name: true, nit: true, city: true },
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
    const counted = await db.school.findMany({
      where: { id: { in: page.map(({ id }) => id) } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { ...columns, figures: true },
    })
    return {
      items: counted.map(rowOf),
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
      select: { ...columns, resolution: true, createdAt: true, limits: true, figures: true },
    })
    if (!school) throw new AppError('not_found')
    const rectors = await db.schoolMembership.findMany({
      where: { schoolId, roles: { array_contains: ['rector'] } },
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        isActive: true,
        user: {
          select: {
            fullName: true,
            email: true,
            credential: { select: { userId: true } },
            secondFactor: { select: { confirmedAt: true } },
          },
        },
      },
    })
    return {
      ...rowOf(school),
      createdAt: school.createdAt.toISOString(),
      limits: readLimits(school.limits),
      rectors: rectors.map(({ id, isActive, user }) => ({
        membershipId: id,
        name: user.fullName,
        email: user.email,
        isActive,
        hasAccepted: user.credential !== null,
        hasSecondFactor: Boolean(user.secondFactor?.confirmedAt),
      })),
    }
  },
})
