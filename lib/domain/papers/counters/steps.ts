import type { CommandCall } from '@/lib/platform/operation'

type Call = Pick<CommandCall, 'db' | 'ctx'>

/** Holds the row of a counter until the transaction ends: who comes next waits, and a transaction that fails gives its number back. */
export async function lockCounter({ db, ctx }: Call, scope: string): Promise<void> {
  await db.counter.createMany({ data: [{ schoolId: ctx.schoolId, scope }], skipDuplicates: true })
  await db.counter.updateMany({ where: { scope }, data: { value: { increment: 1 } } })
}

/** The next number of a series: 1, 2, 3… without gaps. */
export async function nextNumber(call: Call, scope: string): Promise<number> {
  await lockCounter(call, scope)
  const counter = await call.db.counter.findFirst({ where: { scope }, select: { value: true } })
  if (!counter) throw new Error('a counter just taken is gone')
  return counter.value
}
