import { describe, expect, it } from 'vitest'
import { type MailLinkPurpose, mailLinkPurposes } from '@/lib/domain/account/rules'
import { database } from '@/lib/platform/db/client'
import type { ServedRoute } from '@/lib/platform/openapi'
import { hashSecret, randomSecret, schoolSecret } from '@/lib/platform/secrets'
import { addFamilyLink } from '@/tests/support/context'
import { newId } from '@/tests/support/ids'
import { byRoute, comparableSaid } from './asking'
import { comparable } from './comparable'
import { type Caller, nobody } from './wire'
import { everything, type World } from './world'

type Purpose = MailLinkPurpose

/** What each link of a mail opens. */
const links: Record<Purpose | 'family', string[]> = {
  reset: ['account.openMailLink', 'account.resetPassword'],
  invitation: ['account.openMailLink', 'account.acceptInvitation'],
  family: ['/api/family/session', '/f'],
}

const yesterday = new Date(Date.now() - 86_400_000)
const tomorrow = new Date(Date.now() + 86_400_000)

export function mailLinksMatrix(routes: ServedRoute[], world: () => World): void {
  it('has a row for every kind of link', () => {
    expect([...mailLinkPurposes, 'family'].sort()).toEqual(Object.keys(links).sort())
  })

  async function addToken(purpose: string, over: { expiresAt?: Date; usedAt?: Date } = {}): Promise<string> {
    const token = randomSecret()
    const { userId } = world().b.members.teacher
    const data = { id: newId(), userId, purpose, tokenHash: hashSecret(token), expiresAt: tomorrow, ...over }
    await database().prisma.userToken.create({ data })
    return token
  }
  const callers = (): Caller[] => [nobody, world().people.rector]

  describe.each(mailLinkPurposes)('%s', (purpose) => {
    it.each(links[purpose])('%s: every dead secret gets the answer of one that never was', async (name) => {
      const route = routes.find(({ endpoint }) => endpoint.operation.name === name)!
      const ask = byRoute(world().wire, route)
      const other: Purpose = purpose === 'reset' ? 'invitation' : 'reset'
      const dead = [
        await addToken(purpose, { expiresAt: yesterday }),
        // Who holds the secret of an accepted invitation learns that the account is ready; see tests/integration/invitations.test.ts.
        ...(purpose === 'reset' ? [await addToken(purpose, { usedAt: yesterday })] : []),
        await addToken(other),
        schoolSecret(world().b.id).slice(0, 43),
      ]
      const never = randomSecret()
      const before = await everything(world())
      const input = (token: string) => ({
        token,
        ...(name === 'account.openMailLink' ? { purpose } : { password: 'Molino-Verde-Alto-77' }),
        ...(name === 'account.acceptInvitation' ? { fullName: 'Alguien' } : {}),
      })
      for (const caller of callers())
        for (const token of dead) {
          const said = [
            await ask(caller, world().own, input(token)),
            await ask(caller, world().own, input(never)),
          ] as const
          expect(said[0].code).toBe('link_unavailable')
          expect(comparableSaid(said[0], [token])).toEqual(comparableSaid(said[1], [never]))
        }
      expect(await everything(world())).toEqual(before)
    })
  })

  it('family: every dead token gets the answer of one that never was, and opens nothing', async () => {
    const { b, wire } = world()
    const revoked = await addFamilyLink(b, b.guardianId, { revokedAt: yesterday })
    const dead = [
      (await addFamilyLink(b, b.guardianId, { expiresAt: yesterday })).token,
      revoked.token,
      (await addFamilyLink(b, b.guardianId, { useCount: 61, maxUses: 60 })).token,
      schoolSecret(b.id),
      'x',
      '',
    ]
    const never = schoolSecret(newId())
    const before = await everything(world())
    const open = (caller: Caller, token: string) =>
      wire.call(caller, '/api/family/session', {
        method: 'POST',
        headers: { origin: wire.url, 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
    for (const caller of callers())
      for (const token of dead) {
        const [left, right] = [await open(caller, token), await open(caller, never)]
        expect(left.status).toBe(right.status)
        expect(comparable(left, [])).toEqual(comparable(right, []))
        expect(left.headers.get('set-cookie')).toMatch(/Max-Age=0/)
      }
    expect(await everything(world())).toEqual(before)
  })

  it('family: the page is closed alike without a cookie, with a broken one, and with a session instead', async () => {
    const { wire, people } = world()
    const broken: Caller = { ...nobody, name: 'broken', headers: { cookie: 'athena.family=x.y.z' } }
    const reference = comparable(await wire.call(nobody, '/f'), [])
    for (const caller of [broken, people.rector])
      expect(comparable(await wire.call(caller, '/f'), [])).toEqual(reference)
    expect((await wire.call(people.family, '/f')).text).toContain(world().marked[0]!.marker)
  })
}
