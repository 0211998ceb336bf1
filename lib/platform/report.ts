import type { AnyContext } from './context'
import { AppError } from './errors'
import { log } from './log'

export type Door = 'page' | 'action' | 'rest' | 'job'

/** The one event of a request: ids, names of operations, durations, outcome. Never a name, a document or a token. */
export function report(door: Door, target: string, began: number, ctx: AnyContext | null, error?: unknown): void {
  const fault = error !== undefined && !(error instanceof AppError)
  const event = {
    event: 'request',
    door,
    target,
    requestId: ctx?.requestId,
    school: ctx?.kind === 'school' ? ctx.schoolId : undefined,
    actor: actorOf(ctx),
    operations: ctx?.trace,
    ms: Math.round((performance.now() - began) * 10) / 10,
    outcome: error === undefined ? 'ok' : error instanceof AppError ? error.code : 'fault',
  }
  if (fault) log().error({ ...event, fault: describe(error) })
  else log().info(event)
}

function actorOf(ctx: AnyContext | null): string | undefined {
  if (!ctx) return undefined
  if (ctx.kind === 'public') return ctx.userId ?? undefined
  return ctx.actor.kind === 'guardian'
    ? ctx.actor.guardianId
    : ctx.actor.kind === 'system'
      ? ctx.actor.name
      : ctx.actor.userId
}

/** Prisma's messages quote values; the name, the code and the stack's places are enough to find the fault. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const places = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
  const quotesValues = error.name.startsWith('PrismaClient')
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    ...(quotesValues ? {} : { message: error.message.slice(0, 300) }),
    places,
  }
}
