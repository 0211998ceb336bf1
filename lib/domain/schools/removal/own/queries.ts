import { nothing, query } from '@/lib/platform/operation'
import { exportStates } from '../schema'
import { ownExports } from './schema'

/** The archives of the own school, the newest first. */
export const listOwnExports = query({
  name: 'schools.ownExports',
  permission: 'config:institution',
  input: nothing,
  output: ownExports,
  run: async ({ db }) => {
    const files = await db.storedFile.findMany({
      where: { purpose: 'export' },
      orderBy: { createdAt: 'desc' },
      take: 20,
      select: {
        id: true,
        status: true,
        createdAt: true,
        size: true,
        sha256: true,
        creator: { select: { fullName: true } },
      },
    })
    return {
      items: files.map(({ id, status, createdAt, size, sha256, creator }) => ({
        id,
        status: exportStates.find((one) => one === status) ?? 'expected',
        createdAt: createdAt.toISOString(),
        by: creator?.fullName ?? null,
        size: Number(size),
        sha256: sha256 || null,
      })),
    }
  },
})
