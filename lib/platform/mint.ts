import { decode, encode } from 'next-auth/jwt'
import type { Actor, PlatformContext, PublicContext, SchoolContext, Support } from './context'
import { database } from './db/client'
import { env } from './env'
import { AppError } from './errors'
import { can, type Permission, permissionsOf } from './permissions'
import type { RequestMeta } from './request'
import { hashSecret, schoolOfSecret } from './secrets'
import type { Session } from './session'
import { findVisit, type School, schoolColumns, supportName, type Visit } from './visits'

// The contexts of a school are made in this file and nowhere else: from a session's membership, an API token's row,
// a family link's row, or a job's row. Nothing a client sends becomes a school without one of these rows.

function schoolContext(
  meta: RequestMeta,
  { id, slug, name, closed }: School,
  actor: Actor,
  permissions: ReadonlySet<Permission>,
  locale: string,
  support: Support | null = null,
): SchoolContext {
  return {
    ...meta,
    kind: 'school',
    schoolId: id,
    school: { id, slug, name },
    closedModules: closed ?? [],
    support,
    actor,
    permissions,
    locale,
    trace: [],
  }
}

type Visitor = { id: string; name: string; locale: string }

function visitContext(meta: RequestMeta, visit: Visit, { id, name, locale }: Visitor): SchoolContext {
  const { grant_id: grantId, reason, mode, until } = visit
  const actor: Actor = {
    kind: 'user',
    userId: id,
    name: supportName(name),
    membershipId: null,
    roles: ['superadmin'],
  }
  return schoolContext(meta, visit, actor, permissionsOf(['superadmin']), locale, { grantId, reason, mode, until })
}

/**
 * A signed-in person in one school.
 * @param wanted slug of the page's address, or id of the API's header
 * @returns null when the person is not a member: the same answer as for a school that does not exist
 */
export async function mintForSession(
  session: Session,
  wanted: { slug: string } | { id: string },
  meta: RequestMeta,
): Promise<SchoolContext | null> {
  const { user } = session
  const membership = session.memberships.find(({ school }) =>
    'slug' in wanted ? school.slug === wanted.slug : school.id === wanted.id,
  )
  if (membership) {
    const actor: Actor = {
      kind: 'user',
      userId: user.id,
      name: user.name,
      membershipId: membership.id,
      roles: membership.roles,
    }
    return schoolContext(
      meta,
      { ...membership.school, closed: membership.closedModules },
      actor,
      permissionsOf(membership.roles.filter((role) => role !== 'superadmin')),
      user.locale,
    )
  }
  if (!user.isSuperadmin) return null
  const visit = await findVisit(user.id, wanted)
  return visit && visitContext(meta, visit, user)
}

/** A superadmin, in no school. Null for everybody else. */
export function mintPlatform(session: Session, meta: RequestMeta): PlatformContext | null {
  const { user } = session
  if (!user.isSuperadmin) return null
  const actor = { kind: 'user', userId: user.id, name: user.name } as const
  return {
    ...meta,
    kind: 'platform',
    actor,
    permissions: permissionsOf(['superadmin']),
    locale: user.locale,
    trace: [],
  }
}

export function mintPublic(session: Session | null, meta: RequestMeta, locale: string): PublicContext {
  return {
    ...meta,
    kind: 'public',
    userId: session?.user.id ?? null,
    sessionId: session?.sessionId ?? null,
    permissions: new Set(),
    locale: session?.user.locale ?? locale,
    trace: [],
  }
}

type TokenRow = School & {
  token_id: string
  membership_id: string
  user_id: string
  full_name: string
  locale: string
  roles: string[]
  scopes: Permission[]
}

/**
 * A program with an API token: the person's rights of this moment, narrowed to the token's scopes.
 * @throws AppError unauthenticated when the token is unknown, expired, revoked, or its person is gone
 */
export async function mintForToken(token: string, meta: RequestMeta): Promise<SchoolContext> {
  const secret = token.startsWith('ath_') ? token.slice(4) : ''
  const schoolId = schoolOfSecret(secret)
  if (!schoolId) throw new AppError('unauthenticated')
  const { rows } = await database().pool.query<TokenRow>({
    name: 'token',
    text: `
      select t.id as token_id, t.scopes, m.id as membership_id, m.roles, u.id as user_id, u.full_name, u.locale, ${schoolColumns}
        from api_tokens t
        join school_memberships m on m.school_id = t.school_id and m.id = t.membership_id
        join users u on u.id = m.user_id join schools c on c.id = t.school_id
       where t.school_id = $1 and t.token_hash = $2 and t.revoked_at is null and t.expires_at > now()
         and m.is_active and u.is_active and c.is_active`,
    values: [schoolId, hashSecret(secret)],
  })
  const row = rows[0]
  if (!row) throw new AppError('unauthenticated')
  touchToken(schoolId, row.token_id)
  const held = permissionsOf(row.roles)
  const scoped = new Set(row.scopes.filter((scope) => can(held, scope)))
  const actor: Actor = {
    kind: 'token',
    userId: row.user_id,
    name: row.full_name,
    membershipId: row.membership_id,
    roles: row.roles,
    tokenId: row.token_id,
  }
  return schoolContext(meta, row, actor, scoped, row.locale)
}

function touchToken(schoolId: string, tokenId: string): void {
  void database()
    .pool.query(
      `update api_tokens set last_used_at = now()
        where school_id = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [schoolId, tokenId],
    )
    .catch(() => {})
}

type LinkRow = School & { link_id: string; guardian_id: string; full_name: string }

const guardianRights: ReadonlySet<Permission> = new Set<Permission>(['family:self'])

async function mintForLink(
  schoolId: string,
  condition: 'token_hash' | 'id',
  value: string,
  meta: RequestMeta,
): Promise<SchoolContext> {
  const { rows } = await database().pool.query<LinkRow>(
    `select l.id as link_id, g.id as guardian_id, g.full_name, ${schoolColumns}
       from family_links l join guardians g on g.school_id = l.school_id and g.id = l.guardian_id
       join schools c on c.id = l.school_id
      where l.school_id = $1 and l.${condition === 'id' ? 'id' : 'token_hash'} = $2
        and l.revoked_at is null and l.expires_at > now() and l.use_count <= l.max_uses and g.is_active and c.is_active`,
    [schoolId, value],
  )
  const row = rows[0]
  if (!row) throw new AppError('link_unavailable')
  return schoolContext(
    meta,
    row,
    { kind: 'guardian', guardianId: row.guardian_id, name: row.full_name, linkId: row.link_id },
    guardianRights,
    'es',
  )
}

/** A guardian who holds the token of a family link. @throws AppError link_unavailable, whatever is wrong with it */
export async function mintForFamilyToken(token: string, meta: RequestMeta): Promise<SchoolContext> {
  const schoolId = schoolOfSecret(token)
  if (!schoolId) throw new AppError('link_unavailable')
  return mintForLink(schoolId, 'token_hash', hashSecret(token), meta)
}

const familyMinutes = 120
export const familyCookie = (): string =>
  env().APP_URL.startsWith('https:') ? '__Host-athena.family' : 'athena.family'

/** The value of the cookie that stands for an opened family link for two hours: which link, never its token. */
export function sealFamily(ctx: SchoolContext): Promise<string> {
  if (ctx.actor.kind !== 'guardian') throw new AppError('forbidden')
  return encode({
    token: { family: ctx.actor.linkId, school: ctx.schoolId },
    secret: `${env().AUTH_SECRET}:family`,
    maxAge: familyMinutes * 60,
  })
}

/** The guardian behind the cookie; the link's row is looked at again each time, so that revoking works at once. */
export async function mintForFamilyCookie(cookie: string | undefined, meta: RequestMeta): Promise<SchoolContext> {
  const token = cookie ? await decode({ token: cookie, secret: `${env().AUTH_SECRET}:family` }).catch(() => null) : null
  if (typeof token?.family !== 'string' || typeof token.school !== 'string') throw new AppError('link_unavailable')
  return mintForLink(token.school, 'id', token.family, meta)
}

/**
 * Background work, with the rights that the person who asked for it has now; of the system when nobody asked.
 * What a superadmin started in a visit ends with the visit.
 */
export async function mintForJob(
  schoolId: string,
  createdBy: string | null,
  name: string,
  meta: RequestMeta,
): Promise<SchoolContext> {
  const { rows: schools } = await database().pool.query<School>(
    `select ${schoolColumns} from schools c where c.id = $1 and c.is_active`,
    [schoolId],
  )
  const school = schools[0]
  if (!school) throw new AppError('not_found')
  if (!createdBy) return schoolContext(meta, school, { kind: 'system', name }, permissionsOf(['rector']), 'es')
  const { rows } = await database().pool.query<{
    id: string | null
    full_name: string
    roles: string[] | null
    is_superadmin: boolean
    locale: string
  }>(
    `select m.id, u.full_name, m.roles, u.is_superadmin, u.locale from users u
       left join school_memberships m on m.user_id = u.id and m.school_id = $1 and m.is_active
      where u.id = $2 and u.is_active`,
    [schoolId, createdBy],
  )
  const row = rows[0]
  if (!row) throw new AppError('forbidden')
  if (row.roles) {
    const { id: membershipId, full_name, roles, locale } = row
    const actor: Actor = { kind: 'user', userId: createdBy, name: full_name, membershipId, roles }
    return schoolContext(meta, school, actor, permissionsOf(roles), locale)
  }
  const visit = row.is_superadmin ? await findVisit(createdBy, { id: schoolId }) : null
  if (!visit) throw new AppError('forbidden')
  return visitContext(meta, visit, { id: createdBy, name: row.full_name, locale: row.locale })
}

/** The visitor as the school's history names them, for the lines of a visit's beginning and end. It may do nothing. */
export function mintForHistory(
  school: SchoolContext['school'],
  grant: { userId: string; userName: string },
  meta: RequestMeta,
): SchoolContext {
  const actor: Actor = {
    kind: 'user',
    userId: grant.userId,
    name: supportName(grant.userName),
    membershipId: null,
    roles: [],
  }
  return schoolContext(meta, { ...school, closed: null }, actor, new Set(), 'es')
}
