import type { Linked } from '@/lib/platform/audit-chain'
import { type ChainSource, checkChain } from '@/lib/platform/audit-check'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { nothing, platformQuery, query } from '@/lib/platform/operation'
import { chainReport } from './schema'
import { schoolChain } from './sql'

/** Whether the school's history is as it was written, from its first line to its last. */
export const checkHistory = query({
  name: 'audit.check',
  permission: 'read:audit_log',
  input: nothing,
  output: chainReport,
  run: ({ ctx, sql }) => checkChain(schoolChain(sql, ctx.schoolId)),
})

export const platformChain = (db: PlatformDb): ChainSource => ({
  head: () => db.platformAuditHead.findFirst({ select: { seq: true, hash: true } }),
  after: async (seq, limit) => {
    const rows = await db.platformAudit.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: limit })
    return rows.map(
      (row): Linked => ({
        id: row.id,
        at: row.at,
        // The platform's lines are of people and of no student.
        actor_kind: 'user',
        actor_id: row.actorId,
        actor_name: row.actorName,
        action: row.action,
        entity: row.entity,
        entity_id: row.entityId,
        student_id: null,
        before: row.before,
        after: row.after,
        reason: row.reason,
        request_id: row.requestId,
        ip: row.ip,
        user_agent: row.userAgent,
        seq: row.seq ?? 0,
        hash: row.hash ?? '',
      }),
    )
  },
  stray: async () => {
    const first = await db.platformAudit.findFirst({ where: { seq: 1 }, select: { at: true } })
    if (!first) return null
    return db.platformAudit.findFirst({ where: { seq: null, at: { gt: first.at } }, select: { id: true } })
  },
})

/** The same for what belongs to no school. */
export const checkPlatformHistory = platformQuery({
  scope: 'platform',
  name: 'audit.checkPlatform',
  permission: 'manage:schools',
  input: nothing,
  output: chainReport,
  run: ({ db }) => checkChain(platformChain(db)),
})
