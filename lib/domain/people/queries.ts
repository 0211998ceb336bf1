import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { type SchoolRole, searchWords } from './rules'
import { listPeopleInput, oneMembershipInput, peoplePage, personRow } from './schema'
import { findPeople, type StoredPerson } from './sql'

function readCursor(cursor: string | undefined) {
  if (!cursor) return undefined
  const [name, id] = decodeCursor(cursor, 2) ?? []
  if (typeof name !== 'string' || !isUuid(id))
    throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
  return { name, id }
}

const toPerson = (row: StoredPerson) => ({
  membershipId: row.membership_id,
  name: row.full_name,
  email: row.email,
  roles: row.roles,
  isActive: row.is_active,
  hasAccepted: row.has_accepted,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  version: row.version,
})

/** Everybody who works, or worked, in the school with an account. */
export const listPeople = query({
  name: 'people.list',
  permission: 'manage:users',
  input: listPeopleInput,
  output: peoplePage,
  run: async ({ sql, ctx, input: { q, role, active, cursor, limit } }) => {
    const after = readCursor(cursor)
    const rows = await findPeople(sql, ctx.schoolId, {
      words: searchWords(q ?? ''),
      limit: limit + 1,
      ...(role ? { role } : {}),
      ...(active === undefined ? {} : { active }),
      ...(after ? { after } : {}),
    })
    const items = rows.slice(0, limit).map(toPerson)
    const last = items.at(-1)
    return {
      items,
      nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.membershipId]) : null,
      total: Number(rows[0]?.total ?? 0),
    }
  },
})

/** One member. */
export const readPerson = query({
  name: 'people.read',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: personRow,
  run: async ({ db, input: { membershipId } }) => {
    const row = await db.schoolMembership.findFirst({
      where: { id: membershipId },
      select: {
        roles: true,
        isActive: true,
        version: true,
        user: {
          select: {
            fullName: true,
            email: true,
            credential: { select: { userId: true } },
            sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
          },
        },
      },
    })
    if (!row) throw new AppError('not_found')
    const { user, isActive, version } = row
    return {
      membershipId,
      name: user.fullName,
      email: user.email,
      roles: row.roles as SchoolRole[],
      isActive,
      hasAccepted: user.credential !== null,
      lastSeenAt: user.sessions[0]?.lastSeenAt.toISOString() ?? null,
      version,
    }
  },
})
