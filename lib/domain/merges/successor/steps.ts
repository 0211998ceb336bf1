import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { can } from '@/lib/platform/permissions'
import type { MergeEntity } from '../schema'

/**
 * The refusal for a record that is not there. Who may see every record of the school learns in `data.movedTo` which one it
 * was merged into, so that an old link, a line of the history or another program still arrives.
 */
export async function gone(
  { db, ctx }: { db: TenantClient; ctx: SchoolContext },
  entity: MergeEntity,
  id: string,
): Promise<AppError> {
  if (!can(ctx.permissions, 'read:students')) return new AppError('not_found')
  let movedTo: string | null = null
  // What was merged may have been merged again; a record goes only once, so this comes to an end.
  for (let lostId: string | null = id; lostId; ) {
    const merge: { keptStudentId: string | null; keptGuardianId: string | null } | null =
      await db.recordMerge.findFirst({
        where: {
          lostId,
          undoneAt: null,
          ...(entity === 'student' ? { keptStudentId: { not: null } } : { keptGuardianId: { not: null } }),
        },
        select: { keptStudentId: true, keptGuardianId: true },
      })
    lostId = merge && (merge.keptStudentId ?? merge.keptGuardianId)
    movedTo = lostId ?? movedTo
  }
  return new AppError('not_found', movedTo ? { data: { movedTo } } : {})
}
