import type { AnyContext } from './context'
import { AppError } from './errors'
import { faultOf } from './fault'
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
  if (fault) log().error({ ...event, fault: faultOf(error) })
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
