import { platformCommand } from '@/lib/platform/operation'
import { queue } from '@/lib/platform/queue'
import { retriedDead, retryDeadInput } from './schema'

/**
 * Puts everything that a queue had given up back into it, for another round of tries. Work that is safe to run again is all
 * that the queues hold, so that nothing is done twice.
 */
export const retryDead = platformCommand({
  scope: 'platform',
  name: 'jobs.retryDead',
  permission: 'manage:schools',
  input: retryDeadInput,
  output: retriedDead,
  run: async ({ input, audit }) => {
    const boss = await queue()
    const count = await boss.redrive(`${input.queue}-dead`)
    audit({ action: 'queue.retry', entity: 'queue', after: { queue: input.queue, count } })
    return { count }
  },
})
