import type { CommandCall } from '@/lib/platform/operation'
import { newSigningPair, signSealed } from '@/lib/platform/signing'
import { lockCounter } from '../counters/steps'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'audit'>
type Key = { id: string; publicKey: string; sealedPrivateKey: string | null }

const newestKey = ({ db }: Call): Promise<Key | null> =>
  db.signingKey.findFirst({
    where: { retiredAt: null },
    orderBy: [{ activeFrom: 'desc' }, { id: 'desc' }],
    select: { id: true, publicKey: true, sealedPrivateKey: true },
  })

/** A new key for the school; earlier ones retire, and go on verifying what they signed. */
export async function replaceKey(call: Call, reason: string): Promise<Key> {
  const { db, ctx, audit } = call
  const pair = newSigningPair(ctx.schoolId)
  await db.signingKey.updateMany({
    where: { retiredAt: null },
    data: { retiredAt: new Date(), sealedPrivateKey: null },
  })
  const { id } = await db.signingKey.create({ data: { schoolId: ctx.schoolId, ...pair }, select: { id: true } })
  audit({
    action: 'signing_key.create',
    entity: 'signing_key',
    entityId: id,
    after: { publicKey: pair.publicKey },
    reason,
  })
  return { id, ...pair }
}

/**
 * Signs with the school's key, which is made when it is first needed. A key whose seal this server's secret does not open
 * any more is replaced: the papers that it signed stay verifiable.
 */
export async function signForSchool(call: Call, message: string): Promise<{ signature: string; signingKeyId: string }> {
  const { schoolId } = call.ctx
  const signedBy = (key: Key | null) =>
    key?.sealedPrivateKey
      ? signSealed(schoolId, { publicKey: key.publicKey, sealedPrivateKey: key.sealedPrivateKey }, message)
      : null
  let key = await newestKey(call)
  let signature = signedBy(key)
  if (!signature) {
    // Two first papers at once would make two keys: the second one waits here, and finds the first one's.
    await lockCounter(call, 'signing-key')
    key = await newestKey(call)
    signature = signedBy(key)
  }
  if (!signature) {
    key = await replaceKey(call, key ? 'seal' : 'first')
    signature = signedBy(key)
  }
  if (!key || !signature) throw new Error('a key just made does not sign')
  return { signature, signingKeyId: key.id }
}
