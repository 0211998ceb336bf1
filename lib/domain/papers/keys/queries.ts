import { nothing, query } from '@/lib/platform/operation'
import { signingKeys } from './schema'

/** The school's public keys, newest first, with how many papers each signed. */
export const listKeys = query({
  name: 'papers.keys',
  permission: 'config:institution',
  input: nothing,
  output: signingKeys,
  run: async ({ db }) => {
    const keys = await db.signingKey.findMany({
      orderBy: [{ activeFrom: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        publicKey: true,
        activeFrom: true,
        retiredAt: true,
        _count: { select: { issuedDocuments: true } },
      },
    })
    return {
      items: keys.map(({ _count, activeFrom, retiredAt, ...key }) => ({
        ...key,
        activeFrom: activeFrom.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
        papers: _count.issuedDocuments,
      })),
    }
  },
})
