import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/domain/account/commands'
import { updateMembership } from '@/lib/domain/people/commands'
import { resendInvitation } from '@/lib/domain/people/invitations/commands'
import { listPeople, readPerson } from '@/lib/domain/people/queries'
import { endSessionOfPerson, endSessionsOfPerson } from '@/lib/domain/people/sessions/commands'
import { sessionsOfPerson } from '@/lib/domain/people/sessions/queries'
import { listRequirements } from '@/lib/domain/requirements/queries'
import type { PublicContext, SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForSession } from '@/lib/platform/mint'
import { readSession } from '@/lib/platform/session'
import { contextFor, contextOf, publicContext, testMeta } from '../support/context'
import { refusal } from '../support/refusal'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let school: TestSchool
let other: TestSchool
let rector: SchoolContext
beforeAll(async () => {
  ;[school, other] = await Promise.all([testSchool(), testSchool()])
  rector = await contextFor(school, 'rector')
})

const stranger = async (): Promise<PublicContext> => ({ ...(await publicContext()), ip: randomUUID() })

async function member(roles: Parameters<typeof memberOf>[2], at = school) {
  const user = await addUser()
  return { ...user, membershipId: await memberOf(at, user.userId, roles) }
}

const change = async (membershipId: string, to: object, by = rector) => {
  const { version } = await readPerson.run(rector, { membershipId })
  return updateMembership.run(by, { membershipId, version, ...to })
}

describe('a change of rights', () => {
  it('ends the sessions at once when access is taken away, and gives it back', async () => {
    const { userId, membershipId } = await member(['secretary'])
    const { cookie } = await openSession(userId)
    const { sessionsEnded } = await change(membershipId, { isActive: false })
    expect(sessionsEnded).toBe(1)
    expect(await readSession(cookie)).toBeNull()
    // Signing in still works, but this school does not exist any more for them.
    const session = (await readSession((await openSession(userId)).cookie))!
    expect(await mintForSession(session, { slug: school.slug }, testMeta())).toBeNull()
    await change(membershipId, { isActive: true })
    expect(await contextOf(school, userId)).toMatchObject({ actor: { roles: ['secretary'] } })
  })

  it('holds from the next request on', async () => {
    const { userId, membershipId } = await member(['secretary'])
    await expect(listRequirements.run(await contextOf(school, userId), {})).resolves.toBeTruthy()
    const { cookie } = await openSession(userId)
    await change(membershipId, { roles: ['student'] })
    expect(await readSession(cookie)).toBeNull()
    expect((await refusal(listRequirements.run(await contextOf(school, userId), {}))).code).toBe('forbidden')
  })

  it('is not made by who does not manage people, nor by two at once', async () => {
    const { membershipId } = await member(['teacher'])
    for (const role of ['coordinator', 'secretary', 'teacher', 'student', 'acudiente'] as const) {
      const ctx = await contextFor(school, role)
      expect((await refusal(change(membershipId, { roles: ['rector'] }, ctx))).code).toBe('forbidden')
      expect((await refusal(listPeople.run(ctx, {}))).code).toBe('forbidden')
    }
    const { version } = await readPerson.run(rector, { membershipId })
    await updateMembership.run(rector, { membershipId, version, roles: ['coordinator'] })
    const late = await refusal(updateMembership.run(rector, { membershipId, version, roles: ['secretary'] }))
    const current = { id: membershipId, version: version + 1, roles: ['coordinator'], isActive: true }
    expect([late.code, late.details.current]).toEqual(['conflict', current])
  })

  it('never leaves a school without a rector', async () => {
    const alone = await testSchool()
    const own = await contextFor(alone, 'rector')
    const { membershipId } = alone.members.rector
    const { version } = await readPerson.run(own, { membershipId })
    for (const to of [{ isActive: false }, { roles: ['teacher'] }]) {
      const { details } = await refusal(updateMembership.run(own, { membershipId, version, ...to }))
      expect(details.reason).toBe('people.refusal.lastRector')
    }
    await updateMembership.run(own, { membershipId, version, roles: ['rector', 'teacher'] })
  })

  it('two rectors who put each other out at the same moment: one stays', async () => {
    const pair = await testSchool()
    const second = await addUser()
    const theirs = await memberOf(pair, second.userId, ['rector'])
    const [a, b] = [await contextFor(pair, 'rector'), await contextOf(pair, second.userId)]
    const outcome = await Promise.allSettled([
      updateMembership.run(a, { membershipId: theirs, version: 1, isActive: false }),
      updateMembership.run(b, { membershipId: pair.members.rector.membershipId, version: 1, isActive: false }),
    ])
    expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = await database().prisma.schoolMembership.count({
      where: { schoolId: pair.id, isActive: true, roles: { array_contains: ['rector'] } },
    })
    expect(left).toBe(1)
  })

  it('is not made on oneself, and leaves a line that names whom it was about', async () => {
    const { membershipId, userId, name } = await member(['rector'])
    const own = await contextOf(school, userId)
    expect((await refusal(change(membershipId, { isActive: false }, own))).details.reason).toBe(
      'people.refusal.ownMembership',
    )
    await change(membershipId, { roles: ['teacher'] })
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'membership.update', entityId: membershipId },
      orderBy: { at: 'desc' },
    })
    expect(line).toMatchObject({ before: { name, roles: ['rector'] }, after: { name, roles: ['teacher'] } })
  })
})

describe('the list of people', () => {
  it('finds by name without accents, by address, by role and by access, page by page', async () => {
    const here = await testSchool()
    const ctx = await contextFor(here, 'rector')
    const nunez = await addUser({ fullName: 'Íngrid Núñez Álvarez', email: 'Ingrid.Nunez@example.com'.toLowerCase() })
    const id = await memberOf(here, nunez.userId, ['coordinator'], false)
    const found = async (input: object) => (await listPeople.run(ctx, input)).items.map((one) => one.membershipId)
    expect(await found({ q: 'nunez ingrid' })).toEqual([id])
    expect(await found({ q: 'ÍNGRID' })).toEqual([id])
    expect(await found({ q: 'ingrid.nunez@' })).toEqual([id])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ active: 'false' })).toEqual([id])
    expect(await found({ role: 'coordinator', active: 'true' })).toEqual([here.members.coordinator.membershipId])
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await listPeople.run(ctx, { limit: 3, ...(cursor ? { cursor } : {}) })
      expect(page.total).toBe(7)
      names.push(...page.items.map((one) => one.name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(names).size).toBe(7)
    expect((await refusal(listPeople.run(ctx, { cursor: 'inventado' }))).code).toBe('invalid')
  })
})

describe('sessions of the school’s people', () => {
  it('are seen and ended by the rector', async () => {
    const { userId, membershipId } = await member(['teacher'])
    const [one, two] = [await openSession(userId), await openSession(userId)]
    const { items } = await sessionsOfPerson.run(rector, { membershipId })
    expect(items.map(({ id }) => id).sort()).toEqual([one.sessionId, two.sessionId].sort())
    await endSessionOfPerson.run(rector, { membershipId, sessionId: one.sessionId })
    expect([await readSession(one.cookie), await readSession(two.cookie)]).toMatchObject([null, {}])
    expect(await endSessionsOfPerson.run(rector, { membershipId })).toEqual({ ended: 1 })
    expect(await readSession(two.cookie)).toBeNull()
  })

  it('of another school, or under a wrong person, do not exist', async () => {
    const theirs = await member(['teacher'], other)
    const { membershipId } = await member(['teacher'])
    const { sessionId, cookie } = await openSession(theirs.userId)
    const works = [
      () => readPerson.run(rector, { membershipId: theirs.membershipId }),
      () => sessionsOfPerson.run(rector, { membershipId: theirs.membershipId }),
      () => endSessionsOfPerson.run(rector, { membershipId: theirs.membershipId }),
      () => endSessionOfPerson.run(rector, { membershipId: theirs.membershipId, sessionId }),
      () => endSessionOfPerson.run(rector, { membershipId, sessionId }),
      () => resendInvitation.run(rector, { membershipId: theirs.membershipId }),
      () => updateMembership.run(rector, { membershipId: theirs.membershipId, version: 1, isActive: false }),
    ]
    for (const work of works) expect((await refusal(work())).code).toBe('not_found')
    expect(await readSession(cookie)).not.toBeNull()
    await expect(signIn.run(await stranger(), { email: theirs.email, password })).resolves.toBeTruthy()
  })
})
