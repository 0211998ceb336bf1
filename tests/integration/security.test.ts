import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signIn } from '@/lib/domain/account/commands'
import { acceptInvitation } from '@/lib/domain/account/invitation/commands'
import { changePassword } from '@/lib/domain/account/password/commands'
import { openMailLink, ownProfile } from '@/lib/domain/account/queries'
import { ownSessions } from '@/lib/domain/account/sessions/queries'
import { invitePerson } from '@/lib/domain/people/invitations/commands'
import { updateSettings } from '@/lib/domain/schools/commands'
import { updateSecurity } from '@/lib/domain/schools/security/commands'
import { readSecurity } from '@/lib/domain/schools/security/queries'
import type { PublicContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForSession } from '@/lib/platform/mint'
import { readSession } from '@/lib/platform/session'
import { writeSessionKey } from '@/lib/platform/session-cookie'
import { defaultPolicy } from '@/lib/shared/security-policy'
import { contextFor, publicContext, testMeta } from '../support/context'
import { linkIn, mailsOf } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

const stranger = async (): Promise<PublicContext> => ({ ...(await publicContext()), ip: randomUUID() })

async function schoolWith(rules: object): Promise<TestSchool> {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  const { version } = await readSecurity.run(rector, {})
  await updateSecurity.run(rector, { version, ...rules })
  return school
}

const leftAlone = (sessionId: string, minutes: number) =>
  database().prisma.authSession.update({
    where: { id: sessionId },
    data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) },
  })

describe('the security settings', () => {
  it('change one field and leave every other one, as well as the settings of other pages', async () => {
    const school = await testSchool()
    const rector = await contextFor(school, 'rector')
    const {
      version,
      people: _,
      withSecondFactor: __,
      stillMissing: ___,
      ...before
    } = await readSecurity.run(rector, {})
    expect(before).toEqual(defaultPolicy)
    const change = {
      secondFactorRoles: ['rector', 'secretary'],
      graceDays: 2,
      sessionsPerPerson: 3,
      idleMinutes: 30,
      minPassword: 14,
      passwordDays: 90,
      invitationDays: 2,
    }
    let at = version
    for (const [name, value] of Object.entries(change)) {
      const untouched = await readSecurity.run(rector, {})
      at = (await updateSecurity.run(rector, { version: at, [name]: value })).version
      expect(await readSecurity.run(rector, {})).toMatchObject({
        ...untouched,
        version: at,
        [name]: value,
        stillMissing: expect.any(Number),
      })
    }
    await updateSettings.run(rector, { version: at, peiSummary: 'Otra página' })
    expect(await readSecurity.run(rector, {})).toMatchObject(change)
  })

  it('refuse what would lock everybody out or protect nobody, and two rectors at once', async () => {
    const school = await testSchool()
    const rector = await contextFor(school, 'rector')
    for (const [field, value] of Object.entries({
      idleMinutes: 5,
      sessionsPerPerson: 0,
      minPassword: 8,
      passwordDays: 1,
      invitationDays: 365,
      graceDays: -1,
    })) {
      const { code, details } = await refusal(updateSecurity.run(rector, { version: 1, [field]: value }))
      expect([code, details.fields]).toEqual(['invalid', { [field]: `validation.range.${field}` }])
    }
    expect((await refusal(updateSecurity.run(rector, { version: 1, secondFactorRoles: ['superadmin'] }))).code).toBe(
      'invalid',
    )
    await updateSecurity.run(rector, { version: 1, idleMinutes: 60 })
    const late = await refusal(updateSecurity.run(rector, { version: 1, minPassword: 12 }))
    expect(late.code).toBe('conflict')
    expect(late.details.current).toMatchObject({ version: 2, idleMinutes: 60, minPassword: 10 })
    for (const role of ['coordinator', 'secretary', 'teacher'] as const)
      expect((await refusal(readSecurity.run(await contextFor(school, role), {}))).code).toBe('forbidden')
  })
})

describe('a session', () => {
  it('ends after the idle time of the strictest of the person’s schools', async () => {
    const [calm, strict] = [await testSchool(), await schoolWith({ idleMinutes: 15 })]
    const { userId } = await addUser()
    await memberOf(calm, userId, ['teacher'])
    const { sessionId, cookie } = await openSession(userId)
    await leftAlone(sessionId, 20)
    expect(await readSession(cookie)).not.toBeNull()
    const second = await openSession(userId)
    await memberOf(strict, userId, ['teacher'])
    await leftAlone(second.sessionId, 14)
    expect(await readSession(second.cookie)).not.toBeNull()
    // Another one, because reading the second wrote down that it was used.
    const third = await openSession(userId)
    await leftAlone(third.sessionId, 15)
    expect(await readSession(third.cookie)).toBeNull()
    // What is over is not listed as open, neither to the person.
    const own = await publicContext(userId)
    expect((await ownSessions.run(own, {})).items.map(({ id }) => id)).not.toContain(third.sessionId)
  })

  it('is kept by use, also where the idle time is short', async () => {
    const strict = await schoolWith({ idleMinutes: 10 })
    const { userId } = strict.members.teacher
    const { sessionId, cookie } = await openSession(userId)
    await leftAlone(sessionId, 2)
    await readSession(cookie)
    await expect
      .poll(async () =>
        (await database().prisma.authSession.findUnique({ where: { id: sessionId } }))!.lastSeenAt.getTime(),
      )
      .toBeGreaterThan(Date.now() - 60_000)
  })

  it('more than the school allows ends the oldest', async () => {
    const strict = await schoolWith({ sessionsPerPerson: 2 })
    const { email, userId } = strict.members.secretary
    const ids: string[] = []
    for (let i = 0; i < 3; i += 1) ids.push((await signIn.run(await stranger(), { email, password })).sessionId)
    const open = await database().prisma.authSession.findMany({ where: { userId, revokedAt: null } })
    expect(open.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort())
  })

  it('tells the network, and the country where a proxy named it', async () => {
    const { userId, email } = await addUser()
    await signIn.run({ ...(await stranger()), ip: '190.25.1.7', country: 'CO' }, { email, password })
    await signIn.run({ ...(await stranger()), ip: '192.168.1.20' }, { email, password })
    const own = { ...(await publicContext(userId)), ip: '190.25.1.7' }
    const { items } = await ownSessions.run(own, {})
    expect(items.map(({ ip, network, country }) => [ip, network, country])).toEqual(
      expect.arrayContaining([
        ['190.25.1.7', 'same', 'CO'],
        ['192.168.1.20', 'local', null],
      ]),
    )
  })
})

describe('passwords', () => {
  it('are as long as the strictest school wants', async () => {
    const strict = await schoolWith({ minPassword: 16 })
    const { userId } = strict.members.teacher
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    expect((await ownProfile.run(own, {})).minPassword).toBe(16)
    const short = await refusal(changePassword.run(own, { current: password, password: 'Girasol-Azul-9' }))
    expect([short.details.reason, short.details.data]).toEqual(['validation.passwordTooShort', { least: 16 }])
    await expect(changePassword.run(own, { current: password, password: 'Girasol-Azul-Alto-9' })).resolves.toBeTruthy()
  })

  it('that are shorter than the school asks for by now open nothing but a longer one, from the next sign-in on', async () => {
    const strict = await testSchool()
    const { userId, email } = strict.members.teacher
    const enter = async (secret = password) => {
      const { sessionId, secret: key } = await signIn.run(await stranger(), { email, password: secret, code: '' })
      return (await readSession(writeSessionKey({ sid: sessionId, secret: key })))!
    }
    expect((await enter()).owes).toBeNull()
    const rector = await contextFor(strict, 'rector')
    const { version } = await readSecurity.run(rector, {})
    const running = await openSession(userId)
    await updateSecurity.run(rector, { version, minPassword: password.length + 4 })
    expect((await readSession(running.cookie))?.owes).toBeNull()
    const session = await enter()
    expect([session.owes, session.memberships]).toEqual(['longer_password', []])
    expect(await mintForSession(session, { slug: strict.slug }, testMeta())).toBeNull()
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    const longer = `${password}-y-más-larga`
    await changePassword.run(own, { current: password, password: longer })
    expect((await enter(longer)).owes).toBeNull()
  })

  it('that have run out open nothing but their own change', async () => {
    const strict = await schoolWith({ passwordDays: 90 })
    const { userId } = strict.members.teacher
    const { cookie } = await openSession(userId)
    expect((await readSession(cookie))?.owes).toBeNull()
    await database().prisma.userCredential.update({
      where: { userId },
      data: { changedAt: new Date(Date.now() - 91 * 86_400_000) },
    })
    const session = (await readSession(cookie))!
    expect(session.owes).toBe('password')
    expect(await mintForSession(session, { slug: strict.slug }, testMeta())).toBeNull()
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    await changePassword.run(own, { current: password, password: 'Girasol-Tranquilo-88' })
    expect((await readSession((await openSession(userId)).cookie))?.owes).toBeNull()
  })
})

describe('an invitation', () => {
  it('waits as long as the school says', async () => {
    const strict = await schoolWith({ invitationDays: 2 })
    const rector = await contextFor(strict, 'rector')
    const email = `nueva-${randomUUID()}@example.com`
    await invitePerson.run(rector, { email, fullName: 'Marta Ríos', roles: ['teacher'] })
    const [mail] = await mailsOf(strict, { to: email })
    expect(mail?.text).toContain('2 días')
    const token = linkIn(mail).split('#')[1]!
    const link = await database().prisma.userToken.findFirstOrThrow({ where: { user: { email } } })
    expect(Math.round((link.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(2)
    expect((await openMailLink.run(await stranger(), { token, purpose: 'invitation' })).schools).toEqual([strict.name])
    await database().prisma.userToken.update({ where: { id: link.id }, data: { expiresAt: new Date() } })
    const late = await refusal(
      acceptInvitation.run(await stranger(), { token, fullName: 'M', password: 'Girasol-Tranquilo-88' }),
    )
    expect([late.code, late.details.data]).toEqual(['link_unavailable', undefined])
  })
})
