import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { linkState } from './rules'
import { type LinkChannel, linkList, listLinksInput } from './schema'

/** A guardian's links, the newest first, with what became of each. @throws AppError not_found */
export const listLinks = query({
  name: 'families.listLinks',
  permission: 'read:enrollment',
  input: listLinksInput,
  output: linkList,
  run: async ({ db, input: { guardianId } }) => {
    const [guardian, links] = await Promise.all([
      db.guardian.findFirst({ where: { id: guardianId }, select: { id: true } }),
      db.familyLink.findMany({
        where: { guardianId },
        orderBy: { createdAt: 'desc' },
        take: 50,
        include: { creator: { select: { fullName: true } } },
      }),
    ])
    if (!guardian) throw new AppError('not_found')
    const now = new Date()
    return {
      items: links.map((link) => ({
        id: link.id,
        channel: link.channel as LinkChannel,
        state: linkState(link, now),
        createdAt: link.createdAt.toISOString(),
        createdBy: link.creator?.fullName ?? null,
        expiresAt: link.expiresAt.toISOString(),
        revokedAt: link.revokedAt?.toISOString() ?? null,
        lastUsedAt: link.lastUsedAt?.toISOString() ?? null,
        useCount: link.useCount,
      })),
    }
  },
})
