import { command } from '@/lib/platform/operation'
import { lockCounter } from '../counters/steps'
import { rotatedKey, rotateKeyInput } from './schema'
import { replaceKey } from './steps'

/** A new key for what is signed from now on. What earlier keys signed stays valid: they only stop signing. */
export const rotateKey = command({
  name: 'papers.rotateKey',
  permission: 'config:institution',
  input: rotateKeyInput,
  output: rotatedKey,
  run: async (call) => {
    await lockCounter(call, 'signing-key')
    const { id, publicKey } = await replaceKey(call, call.input.reason)
    return { id, publicKey }
  },
})
