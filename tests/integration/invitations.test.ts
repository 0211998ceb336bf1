import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/domain/account/commands'
import { acceptInvitation } from '@/lib/domain/account/invitation/commands'
import { updateMembership } from '@/lib/domain/people/commands'
import { invitePerson, resendInvitation, revokeInvitation } from '@/lib/domain/people/invitations/commands'
import { readPerson } from '@/lib/domain/people/queries'
import type { PublicContext, SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import type { AppError } from '@/lib/platform/errors'
import { readSession } from '@/lib/platform/session'
import { contextFor, contextOf, publicContext } from '../support/context'
import { linkIn, mailsOf } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let school: TestSchool
let other: TestSchool
let rector: SchoolContext
beforeAll(async () => {
  ;[school, other] = await Promise.all([testSchool(), testSchool()])
  rector = await contextFor(school, 'rector')
})

const stranger = async (): Promise<PublicContext> => ({ ...(await publicContext()), ip: randomUUID() })
const address = () => `persona-${randomUUID()}@example.com`

async function member(roles: Parameters<typeof memberOf>[2], at = school) {
  const user = await addUser()
  return { ...user, membershipId: await memberOf(at, user.userId, roles) }
}

const change = async (membershipId: string, to: object, by = rector) => {
  const { version } = await readPerson.run(rector, { membershipId })
  return updateMembership.run(by, { membershipId, version, ...to })
}

describe('an invitation', () => {
  it('lets somebody new choose a password once and work with the given roles', async () => {
    const email = address()
    const { membershipId, hasAccepted } = await invitePerson.run(rector, {
      email: email.toUpperCase(),
      fullName: 'Marta Ríos',
      roles: ['teacher', 'secretary', 'teacher'],
    })
    expect(hasAccepted).toBe(false)
    const [mail] = await mailsOf(school, { to: email })
    expect(mail).toMatchObject({ template: 'invitation', subject: expect.stringContaining(school.name) })
    expect(mail?.text).toContain('Secretaría')
    const token = linkIn(mail).split('#')[1]!
    const chosen = { token, fullName: 'Marta Ríos Gómez', password: 'Girasol-Tranquilo-88' }
    expect(
      (await refusal(acceptInvitation.run(await stranger(), { ...chosen, password: 'corta' }))).details.field,
    ).toBe('password')
    expect(await acceptInvitation.run(await stranger(), chosen)).toEqual({ email })
    expect((await refusal(acceptInvitation.run(await stranger(), chosen))).code).toBe('link_unavailable')
    const { userId } = await signIn.run(await stranger(), { email, password: chosen.password })
    expect(await contextOf(school, userId)).toMatchObject({ actor: { roles: ['secretary', 'teacher'] } })
    expect(await readPerson.run(rector, { membershipId })).toMatchObject({
      name: 'Marta Ríos Gómez',
      hasAccepted: true,
      roles: ['secretary', 'teacher'],
    })
  })

  it('gives who works in another school one more membership and no new password', async () => {
    const known = await member(['rector'], other)
    const { hasAccepted } = await invitePerson.run(rector, { email: known.email, fullName: 'Otro', roles: ['teacher'] })
    expect(hasAccepted).toBe(true)
    const [mail] = await mailsOf(school, { to: known.email })
    expect(mail?.template).toBe('added')
    expect(mail?.text).not.toContain('#')
    const { memberships, user } = (await readSession((await openSession(known.userId)).cookie))!
    expect(memberships.map((one) => [one.school.id, one.roles])).toEqual(
      expect.arrayContaining([
        [school.id, ['teacher']],
        [other.id, ['rector']],
      ]),
    )
    expect(user.name).toBe(known.name)
  })

  it('is not sent twice; sending it again ends the earlier link', async () => {
    const email = address()
    const invite = () => invitePerson.run(rector, { email, fullName: 'Ana Peña', roles: ['teacher'] })
    const { membershipId } = await invite()
    const second = await refusal(invite())
    expect([second.code, second.details.field]).toEqual(['duplicate', 'email'])
    const [first] = await mailsOf(school, { to: email })
    await resendInvitation.run(rector, { membershipId })
    const [, again] = await mailsOf(school, { to: email })
    const accept = async (mail: typeof first) =>
      acceptInvitation.run(await stranger(), {
        token: linkIn(mail).split('#')[1]!,
        fullName: 'Ana Peña',
        password: 'Girasol-Tranquilo-88',
      })
    expect((await refusal(accept(first))).code).toBe('link_unavailable')
    await accept(again)
    expect((await refusal(resendInvitation.run(rector, { membershipId }))).code).toBe('not_allowed_now')
  })

  it('accepted twice at the same moment makes one account, and the second learns that it is ready', async () => {
    const email = address()
    await invitePerson.run(rector, { email, fullName: 'Ana Peña', roles: ['teacher'] })
    const token = linkIn((await mailsOf(school, { to: email }))[0]).split('#')[1]!
    const chosen = ['Girasol-Tranquilo-88', 'Molino-Verde-Alto-77']
    const both = await Promise.allSettled(
      chosen.map(async (secret) =>
        acceptInvitation.run(await stranger(), { token, fullName: 'Ana Peña', password: secret }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const second = both.find((one) => one.status === 'rejected')!.reason as AppError
    expect([second.code, second.details.reason]).toEqual(['link_unavailable', 'invitations.accepted'])
    const first = chosen[both.findIndex(({ status }) => status === 'fulfilled')]!
    await expect(signIn.run(await stranger(), { email, password: first })).resolves.toBeTruthy()
  })

  it('is taken back: the link opens nothing, the place is free, and the history keeps it', async () => {
    const email = address()
    const invite = () => invitePerson.run(rector, { email, fullName: 'Luz Mena', roles: ['teacher'] })
    const { membershipId } = await invite()
    const token = linkIn((await mailsOf(school, { to: email }))[0]).split('#')[1]!
    await revokeInvitation.run(rector, { membershipId })
    const late = await refusal(
      acceptInvitation.run(await stranger(), { token, fullName: 'Luz', password: 'Girasol-Tranquilo-88' }),
    )
    expect([late.code, late.details.reason]).toEqual(['link_unavailable', undefined])
    expect((await refusal(readPerson.run(rector, { membershipId }))).code).toBe('not_found')
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'membership.revoke', entityId: membershipId },
    })
    expect(line.before).toMatchObject({ email, roles: ['teacher'] })
    await expect(invite()).resolves.toMatchObject({ hasAccepted: false })
  })

  it('is not taken back once it was accepted, nor by another school, which keeps its own', async () => {
    const known = await member(['teacher'])
    const { details } = await refusal(revokeInvitation.run(rector, { membershipId: known.membershipId }))
    expect(details.reason).toBe('people.refusal.alreadyAccepted')
    const email = address()
    const there = await contextFor(other, 'rector')
    const { membershipId } = await invitePerson.run(rector, { email, fullName: 'Luz', roles: ['teacher'] })
    await invitePerson.run(there, { email, fullName: 'Luz', roles: ['secretary'] })
    const token = linkIn((await mailsOf(other, { to: email }))[0]).split('#')[1]!
    expect((await refusal(revokeInvitation.run(there, { membershipId }))).code).toBe('not_found')
    await revokeInvitation.run(rector, { membershipId })
    await acceptInvitation.run(await stranger(), { token, fullName: 'Luz', password: 'Girasol-Tranquilo-88' })
    const { userId } = await database().prisma.schoolMembership.findFirstOrThrow({ where: { user: { email } } })
    expect((await readSession((await openSession(userId)).cookie))?.memberships.map((one) => one.school.id)).toEqual([
      other.id,
    ])
  })

  it('two at once make one membership', async () => {
    const email = address()
    const both = await Promise.allSettled(
      [1, 2].map(() => invitePerson.run(rector, { email, fullName: 'Luz', roles: ['teacher'] })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await database().prisma.user.count({ where: { email } })).toBe(1)
  })

  it('grants neither the platform nor unknown roles', async () => {
    for (const roles of [['superadmin'], ['rector', 'superadmin'], ['jefe'], []]) {
      const { code } = await refusal(invitePerson.run(rector, { email: address(), fullName: 'X', roles }))
      expect(code).toBe('invalid')
    }
    const { membershipId } = await member(['teacher'])
    expect((await refusal(change(membershipId, { roles: ['superadmin'] }))).code).toBe('invalid')
    // The database refuses it too, whoever writes.
    const sneaky = await addUser()
    await expect(memberOf(school, sneaky.userId, ['superadmin' as 'teacher'])).rejects.toThrow(
      'chk_school_memberships_roles',
    )
  })
})
