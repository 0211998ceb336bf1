import { readSchoolPolicy } from '@/lib/domain/schools/security/steps'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { type SchoolRole, searchWords } from './rules'
import { listPeopleInput, oneMembershipInput, peoplePage, personDetail } from './schema'
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
  hasSecondFactor: row.has_second_factor,
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

const findMember = (db: TenantClient, membershipId: string) =>
  db.schoolMembership.findFirst({
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
          secondFactor: { select: { confirmedAt: true } },
          sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
        },
      },
    },
  })

/** One member. */
export const readPerson = query({
  name: 'people.read',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: personDetail,
  run: async ({ db, input: { membershipId } }) => {
    const [row, policy] = await Promise.all([findMember(db, membershipId), readSchoolPolicy(db)])
    if (!row) throw new AppError('not_found')
    const { user, isActive, version } = row
    const roles = row.roles as SchoolRole[]
    return {
      membershipId,
      name: user.fullName,
      email: user.email,
      roles,
      isActive,
      hasAccepted: user.credential !== null,
      hasSecondFactor: user.secondFactor?.confirmedAt != null,
      lastSeenAt: user.sessions[0]?.lastSeenAt.toISOString() ?? null,
      version,
      needsSecondFactor: roles.some((role) => policy.secondFactorRoles.includes(role)),
    }
  },
})
