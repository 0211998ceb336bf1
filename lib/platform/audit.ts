import type { Prisma } from '../../generated/prisma/client'
import { type ChainLine, firstLink, type Link, type Linked, linkLines } from './audit-chain'
import type { AnyContext, PlatformContext, SchoolContext } from './context'
import { userIdOf } from './context'
import type { PlatformDb } from './db/platform'
import type { SchoolRows } from './db/rows'
import { newId } from './new-id'

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

/** As it will be read back: dates are texts, and what is undefined is not there. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null ? null : JSON.parse(JSON.stringify(value))

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

/** Entries as lines, all of this moment. */
function linesOf(ctx: AnyContext, entries: readonly AuditEntry[]): ChainLine[] {
  const at = new Date()
  const actor =
    ctx.kind === 'public' ? { kind: 'user', id: ctx.userId, name: '' } : { ...ctx.actor, id: actorIdOf(ctx) }
  return entries.map((entry) => ({
    id: newId(),
    at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    action: entry.action,
    entity: entry.entity,
    entity_id: entry.entityId ?? null,
    student_id: entry.studentId ?? null,
    before: plain(entry.before),
    after: plain(entry.after),
    reason: entry.reason?.slice(0, 500) ?? null,
    request_id: ctx.requestId.slice(0, 64),
    ip: ctx.ip,
    user_agent: ctx.userAgent,
  }))
}

const actorIdOf = (ctx: SchoolContext | PlatformContext) =>
  ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : userIdOf(ctx)

/**
 * Adds lines to the end of the school's chain. Commands of one school wait here for each other, so it is the last thing
 * that a transaction does.
 */
export async function writeAudit(rows: SchoolRows, ctx: SchoolContext, entries: readonly AuditEntry[]): Promise<void> {
  const linked = linkLines(await holdHead(rows), linesOf(ctx, entries))
  await rows.insert('audit_log', linked)
  const { seq, hash } = linked.at(-1) as Link
  await rows.update('audit_heads', {}, { seq, hash })
}

const HOUR = 3_600_000

/** Reads of sensitive data: who comes back to the same record within an hour is told once. */
export async function writeReads(rows: SchoolRows, ctx: SchoolContext, entries: readonly AuditEntry[]): Promise<void> {
  const fresh: AuditEntry[] = []
  for (const entry of entries) {
    const same = { actor_id: actorIdOf(ctx), action: entry.action, entity: entry.entity, entity_id: entry.entityId }
    const earlier = await rows.find<{ at: Date }>('audit_log', same, ['at'])
    if (!earlier.some(({ at }) => at.getTime() > Date.now() - HOUR)) fresh.push(entry)
  }
  if (fresh.length > 0) await writeAudit(rows, ctx, fresh)
}

async function holdHead(rows: SchoolRows): Promise<Link> {
  const find = () => rows.find<Link>('audit_heads', {}, ['seq', 'hash'], { lock: true })
  const [head] = await find()
  if (head) return head
  await rows.insert('audit_heads', [firstLink], { skip: true })
  const [made] = await find()
  return made as Link
}

/** The same for what belongs to no school. */
export async function writePlatformAudit(
  db: Pick<PlatformDb, 'platformAudit' | 'platformAuditHead'>,
  ctx: AnyContext,
  entries: readonly AuditEntry[],
): Promise<void> {
  const count = entries.length
  const head = { where: { id: 1 }, select: { seq: true, hash: true } }
  // Counting on holds the row until the transaction ends.
  const { seq, hash } = await db.platformAuditHead.update({ ...head, data: { seq: { increment: count } } })
  const linked = linkLines({ seq: seq - count, hash }, linesOf(ctx, entries).map(ofPlatform))
  await db.platformAudit.createMany({ data: linked.map(platformRow) })
  await db.platformAuditHead.update({ ...head, data: { hash: (linked.at(-1) as Link).hash } })
}

/** The platform's table has no such columns: its lines are of people and of no student. */
export const ofPlatform = (line: ChainLine): ChainLine => ({ ...line, actor_kind: 'user', student_id: null })

/** Optional keys are left out: the client refuses `undefined`. */
const platformRow = (line: Linked) => ({
  id: line.id,
  at: line.at,
  actorId: line.actor_id,
  actorName: line.actor_name,
  action: line.action,
  entity: line.entity,
  entityId: line.entity_id,
  reason: line.reason,
  requestId: line.request_id,
  ip: line.ip,
  userAgent: line.user_agent,
  seq: line.seq,
  hash: line.hash,
  ...(line.before === null ? {} : { before: line.before as Prisma.InputJsonValue }),
  ...(line.after === null ? {} : { after: line.after as Prisma.InputJsonValue }),
})
