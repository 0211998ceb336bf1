import type { Prisma } from '../../generated/prisma/client'
import type { AnyContext, SchoolContext } from './context'
import { userIdOf } from './context'
import type { PlatformDb } from './db/platform'
import type { SchoolRows } from './db/rows'

export type AuditEntry = {
  /** `<entity>.<verb>`, for instance `student.update`. */
  action: string
  entity: string
  entityId?: string | null
  /** The student whose history shows the line. */
  studentId?: string | null
  before?: unknown
  after?: unknown
  reason?: string | null
}

const plain = (value: unknown): Prisma.InputJsonValue | undefined =>
  value === undefined || value === null ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue)

/** Only the fields that differ, so that a history line says what changed and nothing else. */
export function changed<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Partial<T>; after: Partial<T> } {
  const differing = (Object.keys(after) as (keyof T)[]).filter(
    (key) => key in before && JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  const pick = (from: Partial<T>) => Object.fromEntries(differing.map((key) => [key, from[key]])) as Partial<T>
  return { before: pick(before), after: pick(after) }
}

/** Optional keys are left out: the client refuses `undefined`. */
const row = (ctx: AnyContext, entry: AuditEntry) => {
  const before = plain(entry.before)
  const after = plain(entry.after)
  return {
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId ?? null,
    reason: entry.reason?.slice(0, 500) ?? null,
    requestId: ctx.requestId.slice(0, 64),
    ip: ctx.ip,
    userAgent: ctx.userAgent,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

export async function writeAudit(rows: SchoolRows, ctx: SchoolContext, entries: AuditEntry[]): Promise<void> {
  const actorId = ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : userIdOf(ctx)
  await rows.insert(
    'audit_log',
    entries.map((entry) => ({
      actor_kind: ctx.actor.kind,
      actor_id: actorId,
      actor_name: ctx.actor.name,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId ?? null,
      student_id: entry.studentId ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
      reason: entry.reason?.slice(0, 500) ?? null,
      request_id: ctx.requestId.slice(0, 64),
      ip: ctx.ip,
      user_agent: ctx.userAgent,
    })),
  )
}

export async function writePlatformAudit(
  db: Pick<PlatformDb, 'platformAudit'>,
  ctx: AnyContext,
  entries: AuditEntry[],
): Promise<void> {
  const actorName = ctx.kind === 'public' ? '' : ctx.actor.name
  await db.platformAudit.createMany({
    data: entries.map((entry) => ({ actorId: userIdOf(ctx), actorName, ...row(ctx, entry) })),
  })
}
