import { randomUUID } from 'node:crypto'
import { generateSync } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/domain/account/commands'
import {
  confirmSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  turnOffSecondFactor,
} from '@/lib/domain/account/second-factor/commands'
import { ownSecondFactor } from '@/lib/domain/account/second-factor/queries'
import { openFactor } from '@/lib/domain/account/second-factor/steps'
import { resetSecondFactor, resetSecondFactorAnywhere } from '@/lib/domain/people/second-factor/commands'
import { updateSecurity } from '@/lib/domain/schools/security/commands'
import { readSecurity } from '@/lib/domain/schools/security/queries'
import type { PublicContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForSession, mintPlatform } from '@/lib/platform/mint'
import { readSession } from '@/lib/platform/session'
import { writeSessionKey } from '@/lib/platform/session-cookie'
import { contextFor, platformContext, publicContext, testMeta } from '../support/context'
import { mailsOf, platformMailsTo } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let school: TestSchool
beforeAll(async () => {
  school = await testSchool()
})

const stranger = async (): Promise<PublicContext> => ({ ...(await publicContext()), ip: randomUUID() })
const enter = async (email: string, code = '', secret = password) =>
  signIn.run(await stranger(), { email, password: secret, code })

/** The code that the phone shows `steps` of 30 s from now. */
const codeOf = (shownSecret: string, steps = 0) =>
  generateSync({ secret: shownSecret.replaceAll(' ', ''), epoch: Math.floor(Date.now() / 1000) + steps * 30 })

/** A person with the second factor on, the phone's secret, and the recovery codes. */
async function protectedPerson() {
  const user = await addUser()
  const own = await publicContext(user.userId)
  const { shownSecret } = await startSecondFactor.run(own, {})
  const { codes } = await confirmSecondFactor.run(own, { code: codeOf(shownSecret, -1) })
  return { ...user, own, shownSecret, codes }
}

describe('turning the second factor on', () => {
  it('takes a code of the app, and gives ten recovery codes that are kept as hashes', async () => {
    const { userId, email } = await addUser()
    const [own, elsewhere] = [await publicContext(userId), await openSession(userId)]
    const { shownSecret, address, qr } = await startSecondFactor.run(own, {})
    expect(address).toContain(shownSecret.replaceAll(' ', ''))
    expect(qr).toMatch(/^data:image\/png;base64,/)
    expect((await ownSecondFactor.run(own, {})).isOn).toBe(false)
    const wrong = await refusal(confirmSecondFactor.run(own, { code: '000000' }))
    expect([wrong.details.field, wrong.details.reason]).toEqual(['code', 'account.refusal.wrongCode'])
    const typed = codeOf(shownSecret)
    const { codes } = await confirmSecondFactor.run(own, { code: `${typed.slice(0, 3)} ${typed.slice(3)}` })
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect(await ownSecondFactor.run(own, {})).toMatchObject({ isOn: true, recoveryLeft: 10, needed: false })
    const { prisma } = database()
    const row = await prisma.userSecondFactor.findUniqueOrThrow({ where: { userId } })
    expect(JSON.stringify(row)).not.toContain(shownSecret.replaceAll(' ', ''))
    expect(openFactor(userId, row.secret)).toBe(shownSecret.replaceAll(' ', ''))
    expect(openFactor(randomUUID(), row.secret)).toBeNull()
    const stored = await prisma.userRecoveryCode.findMany({ where: { userId } })
    expect(stored.map(({ codeHash }) => codeHash)).not.toContain(codes[0])
    // Sessions that were opened with the password alone are over; the mail tells whoever did not do it.
    expect(await readSession(elsewhere.cookie)).toBeNull()
    expect((await platformMailsTo(email)).map(({ template }) => template)).toEqual(['second_factor_on'])
  })

  it('needs the password in a session that was not just opened, and always once it is on', async () => {
    const { userId } = await addUser()
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    await database().prisma.authSession.updateMany({
      where: { userId },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    })
    const bare = await refusal(startSecondFactor.run(own, {}))
    expect([bare.details.field, bare.details.reason]).toEqual(['password', 'account.refusal.proofNeeded'])
    const wrong = await refusal(startSecondFactor.run(own, { password: 'no es' }))
    expect(wrong.details.reason).toBe('account.refusal.wrongCurrent')
    await expect(startSecondFactor.run(own, { password })).resolves.toBeTruthy()
    const { own: fresh, shownSecret } = await protectedPerson()
    for (const work of [startSecondFactor, turnOffSecondFactor])
      expect((await refusal(work.run(fresh, {}))).details.reason).toBe('account.refusal.proofNeeded')
    // Setting another phone up leaves the first one good until the second one's code has come.
    await startSecondFactor.run(fresh, { code: codeOf(shownSecret) })
    expect((await ownSecondFactor.run(fresh, {})).isOn).toBe(true)
  })
})

describe('signing in with a second factor', () => {
  it('lets nobody in with the password alone, nor with a wrong code', async () => {
    const { email, userId, shownSecret } = await protectedPerson()
    const sessions = () => database().prisma.authSession.count({ where: { userId } })
    const before = await sessions()
    expect((await refusal(enter(email))).details.reason).toBe('code_needed')
    expect((await refusal(enter(email, '123456'))).details.reason).toBe('wrong_code')
    // With a wrong password nobody learns that there is a second factor.
    expect((await refusal(enter(email, codeOf(shownSecret), 'mal'))).details.reason).toBe('wrong_credentials')
    expect(await sessions()).toBe(before)
    await expect(enter(email, codeOf(shownSecret))).resolves.toMatchObject({ userId })
  })

  it('takes each code once, also of two at the same moment', async () => {
    const { email, shownSecret } = await protectedPerson()
    const code = codeOf(shownSecret)
    const both = await Promise.allSettled([enter(email, code), enter(email, code)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(enter(email, code))).details.reason).toBe('wrong_code')
    // The one before it is older than what was used: it is over, too.
    expect((await refusal(enter(email, codeOf(shownSecret, -1)))).details.reason).toBe('wrong_code')
    await expect(enter(email, codeOf(shownSecret, 1))).resolves.toBeTruthy()
  })

  it('takes each recovery code once, however it is typed, and tells by mail', async () => {
    const { email, codes, own } = await protectedPerson()
    await enter(email, codes[0]!.toLowerCase().replaceAll('-', ' '))
    expect((await refusal(enter(email, codes[0]))).details.reason).toBe('wrong_code')
    expect((await ownSecondFactor.run(own, {})).recoveryLeft).toBe(9)
    const [, mail] = await platformMailsTo(email)
    expect(mail).toMatchObject({ template: 'second_factor_recovery', text: expect.stringContaining('9 códigos') })
    const same = await Promise.allSettled([enter(email, codes[1]), enter(email, codes[1])])
    expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { codes: others } = await renewRecoveryCodes.run(own, { password })
    expect((await refusal(enter(email, codes[2]))).details.reason).toBe('wrong_code')
    await expect(enter(email, others[0])).resolves.toBeTruthy()
  })

  it('renews the recovery codes for nobody who only found the browser open', async () => {
    const { own, codes, email } = await protectedPerson()
    expect((await refusal(renewRecoveryCodes.run(own, {}))).details).toMatchObject({
      field: 'password',
      reason: 'account.refusal.proofNeeded',
    })
    await expect(enter(email, codes[0])).resolves.toBeTruthy()
  })

  it('makes who guesses wait, although the password is right each time', async () => {
    const { email, shownSecret } = await protectedPerson()
    for (let i = 0; i < 5; i += 1) {
      expect((await refusal(enter(email, '000000'))).details.reason).toBe('wrong_code')
      // The right password in between does not forgive anything.
      if (i < 4) expect((await refusal(enter(email))).details.reason).toBe('code_needed')
    }
    expect((await refusal(enter(email, codeOf(shownSecret)))).code).toBe('rate_limited')
  })

  it('asks as well after a password was reset by mail', async () => {
    const { email, userId } = await protectedPerson()
    const { setPassword } = await import('@/lib/domain/account/steps')
    await setPassword(database().prisma, userId, 'Girasol-Tranquilo-88')
    expect((await refusal(enter(email, '', 'Girasol-Tranquilo-88'))).details.reason).toBe('code_needed')
  })

  it('is over when it is turned off with the password', async () => {
    const { email, own } = await protectedPerson()
    await turnOffSecondFactor.run(own, { password })
    await expect(enter(email)).resolves.toBeTruthy()
    expect((await platformMailsTo(email)).at(-1)?.template).toBe('second_factor_off')
  })
})

describe('a school that wants a second factor', () => {
  const cookieOf = (session: { sessionId: string; secret: string }) =>
    writeSessionKey({ sid: session.sessionId, secret: session.secret })

  async function strictSchool(graceDays: number) {
    const strict = await testSchool()
    const rector = await contextFor(strict, 'rector')
    const { version } = await readSecurity.run(rector, {})
    await updateSecurity.run(rector, { version, secondFactorRoles: ['secretary'], graceDays })
    return { strict, rector, secretary: strict.members.secretary }
  }

  it('asks at the next sign-in, gives its days, and then opens nothing else', async () => {
    const { strict, secretary } = await strictSchool(3)
    const running = (await openSession(secretary.userId)).cookie
    expect(await readSession(running)).toMatchObject({ owes: null, secondFactor: { needed: true, dueAt: null } })
    const cookie = cookieOf(await enter(secretary.email))
    const session = (await readSession(cookie))!
    expect(session.owes).toBeNull()
    const days = (session.secondFactor.dueAt!.getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(3)
    await database().prisma.userSecondFactor.update({
      where: { userId: secretary.userId },
      data: { askedAt: new Date(Date.now() - 3 * 86_400_000) },
    })
    const late = (await readSession(cookie))!
    expect(late).toMatchObject({ owes: 'second_factor', memberships: [] })
    expect(await mintForSession(late, { slug: strict.slug }, testMeta())).toBeNull()
    // Setting it up is what is left, and it opens the school again.
    const own = await publicContext(secretary.userId)
    const { shownSecret } = await startSecondFactor.run(own, {})
    await confirmSecondFactor.run(own, { code: codeOf(shownSecret, -1) })
    const again = (await readSession(cookieOf(await enter(secretary.email, codeOf(shownSecret)))))!
    expect(await mintForSession(again, { slug: strict.slug }, testMeta())).not.toBeNull()
    expect((await refusal(turnOffSecondFactor.run(own, { password }))).details.reason).toBe(
      'account.refusal.factorWanted',
    )
  })

  it('leaves other roles alone, and forgets its days when it no longer wants one', async () => {
    const { strict, rector, secretary } = await strictSchool(0)
    const teacher = (await readSession(cookieOf(await enter(strict.members.teacher.email))))!
    expect(teacher).toMatchObject({ owes: null, secondFactor: { needed: false } })
    expect((await readSession(cookieOf(await enter(secretary.email))))?.owes).toBe('second_factor')
    const { version, people, withSecondFactor, stillMissing } = await readSecurity.run(rector, {})
    expect({ people, withSecondFactor, stillMissing }).toEqual({ people: 6, withSecondFactor: 0, stillMissing: 1 })
    await updateSecurity.run(rector, { version, secondFactorRoles: [] })
    expect((await readSession(cookieOf(await enter(secretary.email))))?.owes).toBeNull()
    await updateSecurity.run(rector, { version: version + 1, secondFactorRoles: ['secretary'], graceDays: 5 })
    const asked = (await readSession(cookieOf(await enter(secretary.email))))!
    expect(asked.owes).toBeNull()
    expect(asked.secondFactor.dueAt!.getTime()).toBeGreaterThan(Date.now() + 4 * 86_400_000)
  })

  it('is not needed for a superadmin to be asked', async () => {
    const admin = await addUser({ isSuperadmin: true })
    const cookie = cookieOf(await enter(admin.email))
    expect((await readSession(cookie))?.secondFactor).toMatchObject({ needed: true, has: false })
    await database().prisma.userSecondFactor.update({
      where: { userId: admin.userId },
      data: { askedAt: new Date(Date.now() - 8 * 86_400_000) },
    })
    const late = (await readSession(cookie))!
    expect(mintPlatform(late, testMeta())).toBeNull()
    expect(await mintForSession(late, { slug: school.slug }, testMeta())).toBeNull()
  })
})

describe('a lost phone', () => {
  async function memberWithFactor(at = school) {
    const person = await protectedPerson()
    return { ...person, membershipId: await memberOf(at, person.userId, ['teacher']) }
  }
  const reason = 'Vino a la oficina con su cédula'

  it('is helped by the rector, with a reason, a mail, and every session ended', async () => {
    const { userId, email, membershipId, codes } = await memberWithFactor()
    const { cookie } = await openSession(userId)
    const rector = await contextFor(school, 'rector')
    expect((await refusal(resetSecondFactor.run(rector, { membershipId, reason: ' ' }))).code).toBe('invalid')
    await resetSecondFactor.run(rector, { membershipId, reason })
    expect(await readSession(cookie)).toBeNull()
    expect((await mailsOf(school, { to: email })).map(({ template }) => template)).toEqual(['second_factor_reset'])
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'membership.resetSecondFactor', entityId: membershipId },
    })
    expect(line).toMatchObject({ reason })
    await expect(enter(email)).resolves.toBeTruthy()
    expect(await database().prisma.userRecoveryCode.count({ where: { userId } })).toBe(0)
    expect(codes).toHaveLength(10)
    expect((await refusal(resetSecondFactor.run(rector, { membershipId, reason }))).details.reason).toBe(
      'people.refusal.noSecondFactor',
    )
  })

  it('gives no second grace where the school wants one', async () => {
    const strict = await testSchool()
    const rector = await contextFor(strict, 'rector')
    const { email, membershipId } = await memberWithFactor(strict)
    const { version } = await readSecurity.run(rector, {})
    await updateSecurity.run(rector, { version, secondFactorRoles: ['teacher'], graceDays: 30 })
    await resetSecondFactor.run(rector, { membershipId, reason })
    const { sessionId, secret } = await enter(email)
    expect((await readSession(writeSessionKey({ sid: sessionId, secret })))?.owes).toBe('second_factor')
  })

  it('is no way for a rector into another school, the platform, or past the own code', async () => {
    const rector = await contextFor(school, 'rector')
    const { userId, membershipId, email } = await memberWithFactor()
    const other = await testSchool()
    const theirs = await memberOf(other, userId, ['rector'])
    expect((await refusal(resetSecondFactor.run(rector, { membershipId, reason }))).details.reason).toBe(
      'people.refusal.rightsElsewhere',
    )
    expect((await refusal(resetSecondFactor.run(rector, { membershipId: theirs, reason }))).code).toBe('not_found')
    const own = { membershipId: school.members.rector.membershipId, reason }
    expect((await refusal(resetSecondFactor.run(rector, own))).details.reason).toBe('people.refusal.ownSecondFactor')
    for (const role of ['coordinator', 'secretary', 'teacher'] as const)
      expect((await refusal(resetSecondFactor.run(await contextFor(school, role), own))).code).toBe('forbidden')
    // The platform helps who works in several schools.
    await resetSecondFactorAnywhere.run(await platformContext(), { email, reason })
    await expect(enter(email)).resolves.toBeTruthy()
  })
})
