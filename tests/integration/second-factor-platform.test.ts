import { expect, it } from 'vitest'
import { resetSecondFactorAnywhere } from '@/lib/domain/people/second-factor/commands'
import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import { database } from '@/lib/platform/db/client'
import { readSession } from '@/lib/platform/session'
import { platformContext } from '../support/context'
import { platformMailsTo } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, memberOf, testSchool } from '../support/school'
import { openSession } from '../support/session'

const reason = 'Vino a la oficina con su cédula'

it('the lost second step of a rector is helped by the platform: the person and the other rectors of their schools are told', async () => {
  const own = await testSchool()
  const { userId, email } = await addUser()
  await database().prisma.userSecondFactor.create({ data: { userId, secret: 'sealed', confirmedAt: new Date() } })
  const membershipId = await memberOf(own, userId, ['rector'])
  const { cookie } = await openSession(userId)
  const platform = await platformContext()
  const rectors = async () => (await readOneSchool.run(platform, { schoolId: own.id })).rectors
  const factorOf = async (of: string) => (await rectors()).find((rector) => rector.email === of)?.hasSecondFactor
  expect([await factorOf(email), await factorOf(own.members.rector.email)]).toEqual([true, false])
  expect((await refusal(resetSecondFactorAnywhere.run(platform, { email, reason: '' }))).code).toBe('invalid')
  await resetSecondFactorAnywhere.run(platform, { email, reason })
  expect(await readSession(cookie)).toBeNull()
  expect(await factorOf(email)).toBe(false)
  expect((await platformMailsTo(email)).map(({ template }) => template)).toContain('second_factor_reset')
  const [told] = (await platformMailsTo(own.members.rector.email)).filter(
    ({ template }) => template === 'second_factor_reset_told',
  )
  expect(told?.text).toContain(reason)
  expect((await platformMailsTo(email)).map(({ template }) => template)).not.toContain('second_factor_reset_told')
  const line = await database().prisma.auditLog.findFirstOrThrow({
    where: { schoolId: own.id, action: 'membership.resetSecondFactor' },
  })
  expect(line).toMatchObject({ entityId: membershipId, reason, actorName: `${platform.actor.name} (soporte)` })
  expect(
    await database().prisma.platformAudit.findFirst({ where: { action: 'second_factor.reset', entityId: userId } }),
  ).toMatchObject({ reason, actorName: platform.actor.name })
})
