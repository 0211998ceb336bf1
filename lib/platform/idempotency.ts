import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client'
import type { SchoolContext } from './context'
import { userIdOf } from './context'
import type { TenantClient } from './db/tenant'
import { AppError } from './errors'

export type Idempotency = { key: string; hash: string }

export function idempotency(key: string, operation: string, input: unknown): Idempotency {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new AppError('invalid', { field: 'Idempotency-Key' })
  return {
    key,
    hash: createHash('sha256')
      .update(`${operation}\n${JSON.stringify(input)}`)
      .digest('hex'),
  }
}

/** Keys are everybody's own: two guardians of a school who send the same one do not get each other's answer. */
const holderOf = (ctx: SchoolContext): string =>
  ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : (userIdOf(ctx) ?? ctx.schoolId)

/**
 * Claims the key in the command's own transaction: a second call with the same key waits for the first one's commit
 * at the unique index, then finds its answer.
 * @returns the earlier answer, or null when this call is the first
 * @throws AppError idempotency_mismatch when the key was used for something else
 */
export async function claimKey(
  db: TenantClient,
  ctx: SchoolContext,
  operation: string,
  { key, hash }: Idempotency,
): Promise<{ response: unknown } | null> {
  const actorId = holderOf(ctx)
  const { count } = await db.idempotencyKey.createMany({
    data: [{ schoolId: ctx.schoolId, actorId, key, operation, requestHash: hash }],
    skipDuplicates: true,
  })
  if (count === 1) return null
  const earlier = await db.idempotencyKey.findFirst({
    where: { actorId, key },
    select: { requestHash: true, response: true },
  })
  if (!earlier) throw new AppError('in_progress')
  if (earlier.requestHash !== hash) throw new AppError('idempotency_mismatch')
  return { response: earlier.response }
}

export async function keepAnswer(
  db: TenantClient,
  ctx: SchoolContext,
  { key }: Idempotency,
  response: unknown,
): Promise<void> {
  await db.idempotencyKey.updateMany({
    where: { actorId: holderOf(ctx), key },
    data: { response: JSON.parse(JSON.stringify(response ?? null)) as Prisma.InputJsonValue },
  })
}
