import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { languageCookie } from '@/i18n/locale'
import type { AnyContext, PlatformContext, PublicContext, SchoolContext } from './context'
import { translateDatabaseError } from './db/translate'
import { AppError } from './errors'
import { explain } from './explain'
import { mintForSession, mintPlatform, mintPublic } from './mint'
import type { Operation } from './operation'
import { countCall } from './rate-limit'
import { report } from './report'
import { type RequestMeta, requestMeta, sameOrigin } from './request'
import type { ActionResult } from './result'
import { readSession, refuseOwing, type Session } from './session'
import { sessionCookie } from './session-cookie'

type After<C, Out> = {
  /** Pages that show what changed. */
  revalidate?: (ctx: C, result: Out) => string[]
  redirectTo?: (ctx: C, result: Out) => string
}

type Arrival = { meta: RequestMeta; session: Session | null; locale: string }

/** A server action is a public POST that runs on any path: everything is checked here, nothing is assumed. */
async function arrive(): Promise<Arrival> {
  const [sent, jar] = await Promise.all([headers(), cookies()])
  const get = (name: string) => sent.get(name)
  if (!sameOrigin(get)) throw new AppError('forbidden', { reason: 'foreign_origin' })
  const session = await readSession(jar.get(sessionCookie())?.value)
  return { meta: requestMeta(get), session, locale: session?.user.locale ?? jar.get(languageCookie)?.value ?? 'es' }
}

async function perform<C extends AnyContext, Out>(
  name: string,
  mint: (arrival: Arrival) => Promise<C>,
  run: (ctx: C) => Promise<Out>,
  { revalidate, redirectTo }: After<C, Out>,
): Promise<ActionResult<Out>> {
  const began = performance.now()
  let ctx: C | null = null
  let arrival: Arrival | undefined
  let result: Out
  try {
    arrival = await arrive()
    await countCall({ address: arrival.meta.ip, ...(arrival.session ? { person: arrival.session.user.id } : {}) })
    ctx = await mint(arrival)
    result = await run(ctx)
    report('action', name, began, ctx)
  } catch (thrown) {
    // Finding out who calls reads the database too.
    const error = translateDatabaseError(thrown)
    report('action', name, began, ctx, error)
    const requestId = arrival?.meta.requestId ?? (await headers()).get('x-request-id') ?? ''
    return { ok: false, error: await explain(error, arrival?.locale ?? 'es', requestId) }
  }
  for (const path of revalidate?.(ctx, result) ?? []) revalidatePath(path)
  if (redirectTo) redirect(redirectTo(ctx, result))
  return { ok: true, data: result }
}

/** The door of a school's form. The school travels with every call, as it stands in the page's address. */
export function action<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<'school', I, O>,
  after: After<SchoolContext, z.output<O>> = {},
) {
  return async (schoolSlug: string, input: unknown): Promise<ActionResult<z.output<O>>> =>
    perform(
      operation.name,
      async ({ session, meta }) => {
        if (!session) throw new AppError('unauthenticated')
        refuseOwing(session)
        const ctx = await mintForSession(session, { slug: String(schoolSlug) }, meta)
        if (!ctx && session.user.isSuperadmin) throw new AppError('forbidden', { reason: 'support_needed' })
        // The same for a school that does not exist and for one whose door was closed a moment ago.
        if (!ctx) throw new AppError('not_found', { reason: 'school_closed_to_you' })
        return ctx
      },
      (ctx) => operation.run(ctx, input),
      after,
    )
}

/** The door of /admin's forms. */
export function platformAction<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<'platform', I, O>,
  after: After<PlatformContext, z.output<O>> = {},
) {
  return async (input: unknown): Promise<ActionResult<z.output<O>>> =>
    perform(
      operation.name,
      async ({ session, meta }) => {
        if (!session) throw new AppError('unauthenticated')
        refuseOwing(session)
        const ctx = mintPlatform(session, meta)
        if (!ctx) throw new AppError('not_found')
        return ctx
      },
      (ctx) => operation.run(ctx, input),
      after,
    )
}

/** The door for nobody: signing in, resetting a password; and for a person's own account. */
export function publicAction<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<'public', I, O>,
  after: After<PublicContext, z.output<O>> = {},
) {
  return async (input: unknown): Promise<ActionResult<z.output<O>>> =>
    perform(
      operation.name,
      async ({ session, meta, locale }) => mintPublic(session, meta, locale),
      (ctx) => operation.run(ctx, input),
      after,
    )
}
