import { createHash } from 'node:crypto'
import type { SchoolContext } from './context'
import { userIdOf } from './context'
import type { SchoolRows } from './db/rows'
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
  rows: SchoolRows,
  ctx: SchoolContext,
  operation: string,
  { key, hash }: Idempotency,
): Promise<{ response: unknown } | null> {
  const own = { actor_id: holderOf(ctx), key }
  const claim = { ...own, operation, request_hash: hash }
  const claimed = await rows.insert('idempotency_keys', [claim], { skip: true })
  if (claimed.length === 1) return null
  const [earlier] = await rows.find<{ request_hash: string; response: unknown }>('idempotency_keys', own, [
    'request_hash',
    'response',
  ])
  if (!earlier) throw new AppError('in_progress')
  if (earlier.request_hash !== hash) throw new AppError('idempotency_mismatch')
  return { response: earlier.response }
}

export async function keepAnswer(
  rows: SchoolRows,
  ctx: SchoolContext,
  { key }: Idempotency,
  response: unknown,
): Promise<void> {
  await rows.update('idempotency_keys', { actor_id: holderOf(ctx), key }, { response: response ?? null })
}
