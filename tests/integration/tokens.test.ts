import { beforeAll, describe, expect, it } from 'vitest'
import { updateMembership } from '@/lib/domain/people/commands'
import { readPerson } from '@/lib/domain/people/queries'
import { updateSchool } from '@/lib/domain/schools/commands'
import { readSchool } from '@/lib/domain/schools/queries'
import { createToken, revokeToken } from '@/lib/domain/tokens/commands'
import { listTokens } from '@/lib/domain/tokens/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForSession, mintForToken } from '@/lib/platform/mint'
import { readSession } from '@/lib/platform/session'
import { addDays, today } from '@/lib/shared/dates'
import { addApiToken, addSupport, contextFor, platformContext, testMeta } from '../support/context'
import { refusal } from '../support/refusal'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let school: TestSchool
let rector: SchoolContext
let secretary: SchoolContext
beforeAll(async () => {
  school = await testSchool()
  ;[rector, secretary] = await Promise.all([contextFor(school, 'rector'), contextFor(school, 'secretary')])
})

const form = (over: object = {}) => ({
  name: 'Transporte',
  scopes: ['read:students'],
  lastDay: addDays(today(), 30),
  ...over,
})
const enter = (token: string) => mintForToken(token, testMeta())

describe('an API token', () => {
  it('is told once, kept as a hash, and opens what its scopes say and nothing more', async () => {
    const { token, id } = await createToken.run(rector, form({ scopes: ['read:students', 'read:enrollment'] }))
    expect(token).toMatch(/^ath_[\w-]{65}$/)
    const row = await database().prisma.apiToken.findFirstOrThrow({ where: { schoolId: school.id, id } })
    expect(JSON.stringify(row)).not.toContain(token.slice(4))
    const program = await enter(token)
    expect([...program.permissions].sort()).toEqual(['read:enrollment', 'read:students'])
    await expect(readSchool.run(program, {})).resolves.toBeTruthy()
    const { version } = await readSchool.run(program, {})
    expect((await refusal(updateSchool.run(program, { version, name: 'Otro' }))).code).toBe('forbidden')
    const [listed] = (await listTokens.run(rector, {})).items
    expect(listed).toMatchObject({ id, state: 'valid', own: true, hint: token.slice(-4) })
    expect(JSON.stringify(listed)).not.toContain(token.slice(4, -4))
  })

  it('never gives more than its person has now', async () => {
    const { userId } = await addUser()
    const membershipId = await memberOf(school, userId, ['rector'])
    const session = (await readSession((await openSession(userId)).cookie))!
    const own = (await mintForSession(session, { slug: school.slug }, testMeta()))!
    const { token } = await createToken.run(own, form({ scopes: ['read:students', 'config:institution'] }))
    expect((await enter(token)).permissions.size).toBe(2)
    const change = async (to: object) => {
      const { version } = await readPerson.run(rector, { membershipId })
      return updateMembership.run(rector, { membershipId, version, ...to })
    }
    await change({ roles: ['secretary'] })
    expect([...(await enter(token)).permissions]).toEqual(['read:students'])
    await change({ isActive: false })
    expect((await refusal(enter(token))).code).toBe('unauthenticated')
  })

  it('expires and is revoked; every wrong one answers the same', async () => {
    const expired = await addApiToken(school, 'rector', ['read:students'], { expiresAt: new Date(Date.now() - 1) })
    const { token, id } = await createToken.run(rector, form())
    await expect(enter(token)).resolves.toBeTruthy()
    await revokeToken.run(rector, { tokenId: id })
    await revokeToken.run(rector, { tokenId: id })
    const foreign = await addApiToken(await testSchool(), 'rector', ['read:students'])
    const swapped = `ath_${token.slice(4, 26)}${foreign.token.slice(26)}`
    for (const wrong of [expired.token, token, swapped, 'ath_nada', token.slice(4), ''])
      expect((await refusal(enter(wrong))).code).toBe('unauthenticated')
    const states = (await listTokens.run(rector, {})).items.map((row) => [row.id, row.state])
    expect(states).toEqual(
      expect.arrayContaining([
        [id, 'revoked'],
        [expired.id, 'expired'],
      ]),
    )
  })

  it('cannot be given rights that the person lacks, nor live longer than a year', async () => {
    const cases: [object, string][] = [
      [{ scopes: ['read:audit_log'] }, 'tokens.refusal.notYours'],
      [{ scopes: ['read:students', 'write:all'] }, 'tokens.refusal.notYours'],
      [{ lastDay: addDays(today(), -1) }, 'tokens.refusal.pastDay'],
      [{ lastDay: addDays(today(), 366) }, 'tokens.refusal.tooLong'],
    ]
    for (const [over, reason] of cases)
      expect((await refusal(createToken.run(secretary, form(over)))).details.reason).toBe(reason)
    for (const scopes of [[], ['manage:schools'], ['family:self'], ['todo']])
      expect((await refusal(createToken.run(rector, form({ scopes })))).code).toBe('invalid')
  })

  it('is made by people of the school: not by programs, not by a visiting superadmin, not by students', async () => {
    const { token } = await createToken.run(rector, form({ scopes: ['read:all', 'config:institution'] }))
    expect((await refusal(createToken.run(await enter(token), form()))).code).toBe('forbidden')
    const { actor } = await platformContext()
    await addSupport(school, actor.userId)
    const session = (await readSession((await openSession(actor.userId)).cookie))!
    const visiting = (await mintForSession(session, { slug: school.slug }, testMeta()))!
    expect((await refusal(createToken.run(visiting, form()))).code).toBe('forbidden')
    for (const role of ['student', 'acudiente'] as const)
      expect((await refusal(createToken.run(await contextFor(school, role), form()))).code).toBe('forbidden')
  })

  it('of somebody else is seen and revoked by the rector only', async () => {
    const { id } = await createToken.run(rector, form({ name: 'Del rector' }))
    expect((await listTokens.run(secretary, {})).items.map((row) => row.id)).not.toContain(id)
    expect((await refusal(revokeToken.run(secretary, { tokenId: id }))).code).toBe('not_found')
    const own = await createToken.run(secretary, form({ name: 'De secretaría' }))
    const seen = (await listTokens.run(rector, {})).items.find((row) => row.id === own.id)
    expect(seen).toMatchObject({ own: false, owner: school.members.secretary.name })
    await revokeToken.run(rector, { tokenId: own.id })
    expect((await refusal(enter(own.token))).code).toBe('unauthenticated')
    const foreign = await addApiToken(await testSchool(), 'rector', ['read:students'])
    expect((await refusal(revokeToken.run(rector, { tokenId: foreign.id }))).code).toBe('not_found')
  })
})
