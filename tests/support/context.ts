import { randomUUID } from 'node:crypto'
import type { PlatformContext, PublicContext, SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import {
  mintForFamilyToken,
  mintForJob,
  mintForSession,
  mintForToken,
  mintPlatform,
  mintPublic,
} from '@/lib/platform/mint'
import type { Permission, Role } from '@/lib/platform/permissions'
import type { RequestMeta } from '@/lib/platform/request'
import { hashSecret, schoolSecret } from '@/lib/platform/secrets'
import { readSession } from '@/lib/platform/session'
import { newId, unique } from './ids'
import { addUser, type TestSchool } from './school'
import { openSession } from './session'

export const testMeta = (): RequestMeta => ({ requestId: randomUUID(), ip: '127.0.0.1', userAgent: 'test' })

const sessionOf = async (userId: string) => {
  const session = await readSession((await openSession(userId)).cookie)
  if (!session) throw new Error('the session that was just opened is not alive')
  return session
}

/** The context of a signed-in person in the school: session row, cookie, membership, as a page gets it. */
export async function contextOf(school: { slug: string }, userId: string): Promise<SchoolContext> {
  const ctx = await mintForSession(await sessionOf(userId), { slug: school.slug }, testMeta())
  if (!ctx) throw new Error('not a member of that school')
  return ctx
}

/** A visit of a superadmin, as the row that opens the school's doors. @returns its id */
export async function addSupport(
  school: { id: string },
  userId: string,
  over: { mode?: 'read' | 'full'; startedAt?: Date; expiresAt?: Date; endedAt?: Date } = {},
): Promise<string> {
  const startedAt = over.startedAt ?? new Date()
  const { id } = await database().prisma.supportGrant.create({
    data: {
      schoolId: school.id,
      userId,
      userName: 'Soporte',
      reason: 'Una prueba de las puertas',
      mode: over.mode ?? 'full',
      startedAt,
      expiresAt: over.expiresAt ?? new Date(startedAt.getTime() + 3_600_000),
      ...(over.endedAt ? { endedAt: over.endedAt } : {}),
    },
    select: { id: true },
  })
  return id
}

/** The school's member with that role. */
export function contextFor(school: TestSchool, role: Role): Promise<SchoolContext> {
  return contextOf(school, school.members[role].userId)
}

export type FamilyLinkOverrides = { expiresAt?: Date; revokedAt?: Date; useCount?: number; maxUses?: number }

/** A family link and the token that opens it. */
export async function addFamilyLink(school: { id: string }, guardianId: string, over: FamilyLinkOverrides = {}) {
  const id = newId()
  const token = schoolSecret(school.id)
  await database().prisma.familyLink.create({
    data: {
      schoolId: school.id,
      id,
      guardianId,
      tokenHash: hashSecret(token),
      channel: 'email',
      expiresAt: new Date(Date.now() + 7 * 86_400_000),
      ...over,
    },
  })
  return { id, token }
}

/** A guardian with an opened family link. */
export async function guardianContext(school: { id: string }, guardianId: string): Promise<SchoolContext> {
  return mintForFamilyToken((await addFamilyLink(school, guardianId)).token, testMeta())
}

/** An API token of the school's member with that role. */
export async function addApiToken(
  school: TestSchool,
  role: Role,
  scopes: Permission[],
  over: { expiresAt?: Date; revokedAt?: Date } = {},
) {
  const id = newId()
  const secret = schoolSecret(school.id)
  await database().prisma.apiToken.create({
    data: {
      schoolId: school.id,
      id,
      membershipId: school.members[role].membershipId,
      name: `Programa ${unique()}`,
      tokenHash: hashSecret(secret),
      hint: secret.slice(-4),
      scopes,
      expiresAt: new Date(Date.now() + 86_400_000),
      ...over,
    },
  })
  return { id, token: `ath_${secret}` }
}

export async function tokenContext(school: TestSchool, role: Role, scopes: Permission[]): Promise<SchoolContext> {
  return mintForToken((await addApiToken(school, role, scopes)).token, testMeta())
}

/** Background work that nobody asked for. */
export const systemContext = (school: { id: string }): Promise<SchoolContext> =>
  mintForJob(school.id, null, 'test', testMeta())

/** A superadmin on the platform; give a user to reuse one. */
export async function platformContext(userId?: string): Promise<PlatformContext> {
  const id = userId ?? (await addUser({ isSuperadmin: true })).userId
  const ctx = mintPlatform(await sessionOf(id), testMeta())
  if (!ctx) throw new Error('not a superadmin')
  return ctx
}

/** Nobody, or a signed-in person outside of any school. */
export async function publicContext(userId?: string): Promise<PublicContext> {
  return mintPublic(userId ? await sessionOf(userId) : null, testMeta(), 'es')
}
