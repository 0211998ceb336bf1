import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { createStudent } from '@/lib/domain/students/commands'
import { listStudents } from '@/lib/domain/students/queries'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { mintForFamilyCookie, mintForJob, mintForSession, mintForToken, mintPlatform } from '@/lib/platform/mint'
import { permissionsOf, roles } from '@/lib/platform/permissions'
import { randomSecret } from '@/lib/platform/secrets'
import { readSession } from '@/lib/platform/session'
import { writeSessionKey } from '@/lib/platform/session-cookie'
import { newObjectKey } from '@/lib/platform/storage'
import { addApiToken, addFamilyLink, addSupport, contextOf, testMeta } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { addGuardian } from '@/tests/support/family'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'
import { openSession } from '@/tests/support/session'

// The few places where a call gets its school and its rights, tried with what a stranger may hold in hand.

let a: TestSchool
let b: TestSchool

beforeAll(async () => {
  ;[a, b] = [await testSchool(), await testSchool()]
})

const refused = (code: string) => expect.objectContaining({ code })

describe('a session', () => {
  it('is not opened by its id with another secret', async () => {
    const { cookie, sessionId } = await openSession(a.members.rector.userId)
    expect((await readSession(cookie))?.user.id).toBe(a.members.rector.userId)
    expect(await readSession(writeSessionKey({ sid: sessionId, secret: randomSecret() }))).toBeNull()
  })

  it('is of the platform for superadmins only', async () => {
    for (const role of roles) {
      const session = await readSession((await openSession(a.members[role].userId)).cookie)
      expect(mintPlatform(session!, testMeta()), role).toBeNull()
    }
    const { userId } = await addUser({ isSuperadmin: true })
    expect(mintPlatform((await readSession((await openSession(userId)).cookie))!, testMeta())).not.toBeNull()
  })
})

describe('a superadmin', () => {
  const visitor = async () => (await addUser({ fullName: 'Camila Rojas', isSuperadmin: true })).userId
  const enter = async (userId: string, school: { slug: string }) =>
    mintForSession((await readSession((await openSession(userId)).cookie))!, { slug: school.slug }, testMeta())

  it('is in no school without a visit that runs, by its address, by its id or as a job', async () => {
    const userId = await visitor()
    const hour = 3_600_000
    const past = { startedAt: new Date(Date.now() - 2 * hour), expiresAt: new Date(Date.now() - hour) }
    await addSupport(a, userId, past)
    await addSupport(a, userId, { endedAt: new Date() })
    await addSupport(a, await visitor())
    await addSupport(b, userId)
    expect(await enter(userId, a)).toBeNull()
    const session = (await readSession((await openSession(userId)).cookie))!
    expect(await mintForSession(session, { id: a.id }, testMeta())).toBeNull()
    await expect(mintForJob(a.id, userId, 'prueba', testMeta())).rejects.toEqual(refused('forbidden'))
    expect((await enter(userId, b))?.schoolId).toBe(b.id)
    expect((await mintForJob(b.id, userId, 'prueba', testMeta())).support?.mode).toBe('full')
  })

  it('is out of a closed school, and out when no superadmin any more', async () => {
    const userId = await visitor()
    const school = await testSchool()
    await addSupport(school, userId)
    const { prisma } = database()
    await prisma.school.updateMany({ where: { id: school.id }, data: { isActive: false } })
    expect(await enter(userId, school)).toBeNull()
    await prisma.school.updateMany({ where: { id: school.id }, data: { isActive: true } })
    expect(await enter(userId, school)).not.toBeNull()
    await prisma.user.updateMany({ where: { id: userId }, data: { isSuperadmin: false } })
    expect(await enter(userId, school)).toBeNull()
  })

  it('carries the mark of support, and reads without changing when the visit only looks', async () => {
    const userId = await visitor()
    await addSupport(a, userId, { mode: 'read' })
    const ctx = await contextOf(a, userId)
    expect(ctx.actor.name).toBe('Camila Rojas (soporte)')
    expect(ctx.support).toMatchObject({ mode: 'read', reason: 'Una prueba de las puertas' })
    expect((await listStudents.run(ctx, {})).items).toEqual([])
    await expect(createStudent.run(ctx, studentInput(7))).rejects.toMatchObject({
      code: 'forbidden',
      details: { reason: 'support_read_only' },
    })
  })
})

describe('a program’s token', () => {
  it('ends with its person’s place in the school, and with the person', async () => {
    const { userId } = await addUser()
    const membershipId = await memberOf(a, userId, ['secretary'])
    const { token } = await addApiToken(
      { ...a, members: { ...a.members, secretary: { userId, membershipId, email: '', name: '' } } },
      'secretary',
      ['read:students'],
    )
    const open = () => mintForToken(token, testMeta())
    expect((await open()).schoolId).toBe(a.id)
    const { prisma } = database()
    const membership = { schoolId: a.id, id: membershipId }
    await prisma.schoolMembership.updateMany({ where: membership, data: { isActive: false } })
    await expect(open()).rejects.toEqual(refused('unauthenticated'))
    await prisma.schoolMembership.updateMany({ where: membership, data: { isActive: true } })
    expect((await open()).schoolId).toBe(a.id)
    await prisma.user.updateMany({ where: { id: userId }, data: { isActive: false } })
    await expect(open()).rejects.toEqual(refused('unauthenticated'))
  })
})

describe('the cookie of a family link', () => {
  const seal = (family: string, school: string) =>
    encode({ token: { family, school }, secret: `${env().AUTH_SECRET}:family`, maxAge: 60 })

  it('opens a link in the school that it names, and in no other', async () => {
    const guardian = await addGuardian(b, {})
    const { id } = await addFamilyLink(b, guardian.id)
    expect((await mintForFamilyCookie(await seal(id, b.id), testMeta())).schoolId).toBe(b.id)
    await expect(mintForFamilyCookie(await seal(id, a.id), testMeta())).rejects.toEqual(refused('link_unavailable'))
  })

  it('is worth nothing under the secret of another cookie', async () => {
    const guardian = await addGuardian(b, {})
    const { id } = await addFamilyLink(b, guardian.id)
    const forged = await encode({ token: { family: id, school: b.id }, secret: env().AUTH_SECRET, maxAge: 60 })
    await expect(mintForFamilyCookie(forged, testMeta())).rejects.toEqual(refused('link_unavailable'))
  })
})

describe('background work', () => {
  it('has the rights of who asked for it, of this moment', async () => {
    const { userId } = await addUser()
    const membershipId = await memberOf(a, userId, ['secretary'])
    const rightsNow = async () => (await mintForJob(a.id, userId, 'prueba', testMeta())).permissions
    expect(await rightsNow()).toEqual(permissionsOf(['secretary']))
    await database().prisma.schoolMembership.updateMany({
      where: { schoolId: a.id, id: membershipId },
      data: { roles: ['teacher'] },
    })
    expect(await rightsNow()).toEqual(permissionsOf(['teacher']))
  })

  it('ends for who has no place in the school any more, or never had', async () => {
    const ask = (userId: string) => mintForJob(a.id, userId, 'prueba', testMeta())
    const { userId } = await addUser()
    await memberOf(a, userId, ['rector'], false)
    for (const nobody of [userId, b.members.rector.userId])
      await expect(ask(nobody)).rejects.toEqual(refused('forbidden'))
  })
})

it('a file lies below its school, under a name that nobody guesses', () => {
  expect(newObjectKey(a.id)).toMatch(new RegExp(`^${a.id}/[0-9a-f]{64}$`))
  expect(newObjectKey(a.id)).not.toBe(newObjectKey(a.id))
})
