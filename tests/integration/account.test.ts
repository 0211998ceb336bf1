import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { endSession, signIn, updateProfile } from '@/lib/domain/account/commands'
import { acceptInvitation } from '@/lib/domain/account/invitation/commands'
import { changePassword, requestReset, resetPassword } from '@/lib/domain/account/password/commands'
import { openMailLink, ownProfile } from '@/lib/domain/account/queries'
import { endOtherSessions, endOwnSession } from '@/lib/domain/account/sessions/commands'
import { ownSessions } from '@/lib/domain/account/sessions/queries'
import type { PublicContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { readSession } from '@/lib/platform/session'
import { publicContext } from '../support/context'
import { linkIn, platformMailsTo } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let school: TestSchool
beforeAll(async () => {
  school = await testSchool()
})

/** Somebody at an address of their own, so that tests do not count against each other. */
const stranger = async (): Promise<PublicContext> => ({ ...(await publicContext()), ip: randomUUID() })
const fresh = 'Girasol-Tranquilo-88'

const secretOf = async (email: string) => linkIn((await platformMailsTo(email)).at(-1)).split('#')[1]!
const alive = async (cookie: string) => (await readSession(cookie)) !== null
const signInAs = async (email: string, with_ = password) => signIn.run(await stranger(), { email, password: with_ })

describe('signing in', () => {
  it('answers the same for a wrong password, an unknown account and a person who was disabled', async () => {
    const known = await addUser()
    const disabled = await addUser()
    await database().prisma.user.update({ where: { id: disabled.userId }, data: { isActive: false } })
    const wrong = [
      { email: known.email, password: 'otra cosa' },
      { email: 'nadie@example.com', password },
      { email: disabled.email, password },
      { email: 'no es un correo', password: '' },
    ]
    for (const attempt of wrong) {
      const { code, details } = await refusal(signIn.run(await stranger(), attempt))
      expect([code, details.reason]).toEqual(['unauthenticated', 'wrong_credentials'])
    }
  })

  it.each(['known', 'unknown'])('makes a %s account wait longer after each failure beyond the fourth', async (kind) => {
    const email = kind === 'known' ? (await addUser()).email : `nadie-${randomUUID()}@example.com`
    const attempt = async () => signIn.run(await stranger(), { email, password: 'mal' })
    for (let i = 0; i < 5; i += 1) expect((await refusal(attempt())).code).toBe('unauthenticated')
    const first = await refusal(attempt())
    expect(first.code).toBe('rate_limited')
    expect(first.details.data?.seconds).toBeLessThanOrEqual(2)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await refusal(attempt())).code).toBe('unauthenticated')
    const second = await refusal(attempt())
    expect(second.details.data?.seconds).toBeGreaterThan(2)
  })

  it('lets the right password in after a few wrong ones and forgets them', async () => {
    const { email } = await addUser()
    for (let i = 0; i < 4; i += 1) await refusal(signInAs(email, 'mal'))
    await signInAs(email)
    for (let i = 0; i < 4; i += 1) expect((await refusal(signInAs(email, 'mal'))).code).toBe('unauthenticated')
    await expect(signInAs(email)).resolves.toBeTruthy()
  })

  it('ends the oldest session when a sixth begins', async () => {
    const { email, userId } = await addUser()
    const ids: string[] = []
    for (let i = 0; i < 6; i += 1) ids.push((await signInAs(email)).sessionId)
    const open = await database().prisma.authSession.findMany({
      where: { userId, revokedAt: null },
      select: { id: true },
    })
    expect(open.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort())
  })

  it('is over when the session is closed', async () => {
    const { userId } = await addUser()
    const { sessionId, cookie } = await openSession(userId)
    expect(await alive(cookie)).toBe(true)
    await endSession.run(await stranger(), { sessionId })
    expect(await alive(cookie)).toBe(false)
  })
})

describe('a password reset', () => {
  it('answers the same, and about as fast, whoever it is', async () => {
    const { email } = await addUser()
    const timed = async (address: string) => {
      const began = performance.now()
      const answer = await requestReset.run(await stranger(), { email: address })
      return { answer, ms: performance.now() - began }
    }
    const known = await timed(email)
    const unknown = await timed('nadie@example.com')
    expect(known.answer).toEqual(unknown.answer)
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(300)
    expect(await platformMailsTo('nadie@example.com')).toEqual([])
    expect(await platformMailsTo(email)).toHaveLength(1)
  })

  it('works once, ends all sessions and keeps the secret out of the database', async () => {
    const { email, userId } = await addUser()
    const { cookie } = await openSession(userId)
    await requestReset.run(await stranger(), { email: email.toUpperCase() })
    const token = await secretOf(email)
    const stored = await database().prisma.userToken.findFirstOrThrow({ where: { userId } })
    expect(stored.tokenHash).not.toContain(token)
    expect(await openMailLink.run(await stranger(), { token, purpose: 'reset' })).toMatchObject({ email })
    await resetPassword.run(await stranger(), { token, password: fresh })
    expect(await alive(cookie)).toBe(false)
    await expect(signInAs(email, fresh)).resolves.toBeTruthy()
    expect((await refusal(signInAs(email))).code).toBe('unauthenticated')
    expect((await refusal(resetPassword.run(await stranger(), { token, password: `${fresh}-2` }))).code).toBe(
      'link_unavailable',
    )
    expect((await platformMailsTo(email)).map(({ template }) => template)).toEqual([
      'password_reset',
      'password_changed',
    ])
  })

  it('is taken by one of two who use it at the same moment', async () => {
    const { email } = await addUser()
    await requestReset.run(await stranger(), { email })
    const token = await secretOf(email)
    const both = await Promise.allSettled(
      ['Uno-Girasol-2026', 'Dos-Girasoles-2026'].map(async (chosen) =>
        resetPassword.run(await stranger(), { token, password: chosen }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('expires, ends with the next one, and says nothing about why', async () => {
    const { email, userId } = await addUser()
    await requestReset.run(await stranger(), { email })
    const first = await secretOf(email)
    await requestReset.run(await stranger(), { email })
    const second = await secretOf(email)
    const tries = async (token: string) =>
      (await refusal(resetPassword.run(await stranger(), { token, password: fresh }))).code
    expect(await tries(first)).toBe('link_unavailable')
    await database().prisma.userToken.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await tries(second)).toBe('link_unavailable')
    expect(await tries('inventado')).toBe('link_unavailable')
  })

  it('keeps the link usable when the new password will not do', async () => {
    const { email } = await addUser()
    await requestReset.run(await stranger(), { email })
    const token = await secretOf(email)
    for (const [weak, why] of [
      ['corta', 'validation.passwordTooShort'],
      ['contraseña123', 'validation.passwordCommon'],
      [`${email.split('@')[0]}-2026`, 'validation.passwordPersonal'],
    ] as const) {
      const { details } = await refusal(resetPassword.run(await stranger(), { token, password: weak }))
      expect([details.field, details.reason]).toEqual(['password', why])
    }
    await expect(resetPassword.run(await stranger(), { token, password: fresh })).resolves.toEqual({ ok: true })
  })

  it('sends three mails an hour and no more, and an invitation’s secret does not open it', async () => {
    const { email } = await addUser()
    for (let i = 0; i < 5; i += 1) await requestReset.run(await stranger(), { email })
    expect(await platformMailsTo(email)).toHaveLength(3)
    const token = await secretOf(email)
    expect(
      (await refusal(acceptInvitation.run(await stranger(), { token, fullName: 'X', password: fresh }))).code,
    ).toBe('link_unavailable')
  })

  it('is refused to an address that guesses', async () => {
    const guesser = await stranger()
    const codes: string[] = []
    for (let i = 0; i < 21; i += 1)
      codes.push((await refusal(resetPassword.run(guesser, { token: `intento ${i}`, password: fresh }))).code)
    expect(codes.at(0)).toBe('link_unavailable')
    expect(codes.at(-1)).toBe('rate_limited')
  })
})

describe('the own account', () => {
  it('changes the password with the present one and keeps only this session', async () => {
    const { email, userId } = await addUser()
    await memberOf(school, userId, ['secretary'])
    const { cookie } = await openSession(userId)
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    const wrong = await refusal(changePassword.run(own, { current: 'no es', password: fresh }))
    expect([wrong.details.field, wrong.details.reason]).toEqual(['current', 'account.refusal.wrongCurrent'])
    const same = await refusal(changePassword.run(own, { current: password, password }))
    expect(same.details.reason).toBe('account.refusal.samePassword')
    const named = await refusal(changePassword.run(own, { current: password, password: `${school.slug}-azul` }))
    expect(named.details.reason).toBe('validation.passwordPersonal')
    await changePassword.run(own, { current: password, password: fresh })
    expect(await alive(cookie)).toBe(false)
    expect((await ownSessions.run(own, {})).items).toMatchObject([{ id: own.sessionId, current: true }])
    await expect(signInAs(email, fresh)).resolves.toBeTruthy()
  })

  it('slows down who guesses the present password', async () => {
    const { userId } = await addUser()
    const own = { ...(await publicContext(userId)), ip: randomUUID() }
    const guess = () => refusal(changePassword.run(own, { current: 'adivinando', password: fresh }))
    for (let i = 0; i < 5; i += 1) expect((await guess()).code).toBe('invalid')
    expect((await guess()).code).toBe('rate_limited')
  })

  it('lists the own sessions and ends one or all others, never somebody else’s', async () => {
    const [me, other] = [await addUser(), await addUser()]
    const [one, two] = [await openSession(me.userId), await openSession(me.userId)]
    const theirs = await openSession(other.userId)
    const own = await publicContext(me.userId)
    expect((await ownSessions.run(own, {})).items.map(({ id }) => id).sort()).toEqual(
      [one.sessionId, two.sessionId, own.sessionId].sort(),
    )
    await endOwnSession.run(own, { sessionId: one.sessionId })
    expect(await alive(one.cookie)).toBe(false)
    expect((await refusal(endOwnSession.run(own, { sessionId: theirs.sessionId }))).code).toBe('not_found')
    expect(await endOtherSessions.run(own, {})).toEqual({ ended: 1 })
    expect([await alive(two.cookie), await alive(theirs.cookie)]).toEqual([false, true])
  })

  it('shows and changes name and language; a second tab learns of the first', async () => {
    const { userId, name } = await addUser()
    const own = await publicContext(userId)
    const { version } = await ownProfile.run(own, {})
    await updateProfile.run(own, { version, locale: 'en' })
    expect(await ownProfile.run(own, {})).toMatchObject({ fullName: name, locale: 'en', version: version + 1 })
    const late = await refusal(updateProfile.run(own, { version, fullName: 'Otro Nombre' }))
    expect(late.code).toBe('conflict')
    expect(late.details.current).toMatchObject({ fullName: name, locale: 'en' })
  })

  it('is nobody’s without a session', async () => {
    const nobody = await stranger()
    const works = [
      () => ownProfile.run(nobody, {}),
      () => ownSessions.run(nobody, {}),
      () => endOtherSessions.run(nobody, {}),
      () => changePassword.run(nobody, { current: password, password: fresh }),
      () => updateProfile.run(nobody, { version: 1, fullName: 'Nadie' }),
    ]
    for (const work of works) expect((await refusal(work())).code).toBe('unauthenticated')
  })

  it('never shows a hash in what a conflict gives back', async () => {
    const { userId } = await addUser()
    const own = await publicContext(userId)
    const { details } = await refusal(updateProfile.run(own, { version: 99, fullName: 'Otro' }))
    expect(Object.keys(details.current as object)).toEqual(expect.arrayContaining(['fullName', 'version']))
    expect(JSON.stringify(details.current)).not.toMatch(/argon|hash|isSuperadmin/i)
  })
})
