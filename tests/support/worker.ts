import { deliverMail } from '@/lib/platform/mail'
import { type PlatformMessage, runPlatformJob } from '@/lib/platform/platform-job'
import { queue } from '@/lib/platform/queue'
import { runJob } from '@/lib/platform/worker'

type Mail = Parameters<typeof deliverMail>[0]
type Job = Parameters<typeof runJob>[0]

/**
 * Does what waits in the queues now, in this process and in order, until nothing waits. Jobs of `startAfter` in the
 * future stay. What failed goes back to the queue with its delay, as in the worker, and is answered here.
 */
export async function runQueued(): Promise<{ done: number; failures: Error[] }> {
  const boss = await queue()
  const failures: Error[] = []
  let done = 0
  const drain = async <T extends object>(name: string, work: (data: T) => Promise<void>): Promise<number> => {
    let handled = 0
    for (;;) {
      const [message] = await boss.fetch<T>(name)
      if (!message) return handled
      handled += 1
      try {
        await work(message.data)
        await boss.complete(name, message.id)
        done += 1
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error))
        failures.push(failure)
        await boss.fail(name, message.id, { message: failure.message })
      }
    }
  }
  const all = async () =>
    (await drain<Job>('jobs', runJob)) +
    (await drain<Mail>('mail', deliverMail)) +
    (await drain<PlatformMessage>('platform', runPlatformJob))
  while ((await all()) > 0);
  return { done, failures }
}
