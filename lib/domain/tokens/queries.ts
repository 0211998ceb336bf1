import { nothing, query } from '@/lib/platform/operation'
import type { Permission } from '@/lib/platform/permissions'
import { tokenHolders, visibleTokens } from './policy'
import { tokenState } from './rules'
import { tokenList } from './schema'

export const listTokens = query({
  name: 'tokens.list',
  permission: tokenHolders,
  input: nothing,
  output: tokenList,
  run: async ({ db, ctx }) => {
    const now = new Date()
    const rows = await db.apiToken.findMany({
      where: visibleTokens(ctx),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: {
        id: true,
        name: true,
        hint: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        lastUsedAt: true,
        revokedAt: true,
        membershipId: true,
        membership: { select: { user: { select: { fullName: true } } } },
      },
    })
    const own = 'membershipId' in ctx.actor ? ctx.actor.membershipId : null
    return {
      items: rows.map(({ membership, membershipId, revokedAt, ...row }) => ({
        id: row.id,
        name: row.name,
        hint: row.hint,
        owner: membership.user.fullName,
        own: membershipId === own,
        scopes: row.scopes as Permission[],
        state: tokenState({ revokedAt, expiresAt: row.expiresAt }, now),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      })),
    }
  },
})
