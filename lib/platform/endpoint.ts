import type { z } from 'zod'
import { isUuid } from '../shared/ids'
import type { AnyContext } from './context'
import { translateDatabaseError } from './db/translate'
import { AppError, errorStatus } from './errors'
import { explain } from './explain'
import { idempotency } from './idempotency'
import { familyCookie, mintForFamilyCookie, mintForSession, mintForToken, mintPlatform, mintPublic } from './mint'
import type { Operation, Scope } from './operation'
import { countCall, type LimitHeaders } from './rate-limit'
import { report } from './report'
import { type RequestMeta, readText, requestMeta, sameOrigin } from './request'
import { readSession, refuseOwing } from './session'
import { sessionCookie } from './session-cookie'

export type EndpointInfo = {
  /** One line in the documentation, in English. */
  summary: string
  description?: string
  tags?: string[]
  status?: number
  /** Who calls it: staff and programs, or a guardian through an opened family link. */
  audience?: 'staff' | 'family'
  /** Answers with something else than JSON: the operation's output becomes a response. */
  respond?: (result: never) => Response
  contentType?: string
}

// biome-ignore lint/suspicious/noExplicitAny: an endpoint serves operations of every shape
type AnyOperation = Operation<Scope, any, any>
type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>
export type Endpoint = Handler & { operation: AnyOperation; info: EndpointInfo }

const maxBody = 1_000_000

/** What a caller may send: path, query string and JSON body, as one object. Same name twice is refused. */
async function readInput(request: Request, params: Record<string, string>): Promise<Record<string, unknown>> {
  const url = new URL(request.url)
  const given: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    if (name in given || name === '__proto__') throw new AppError('invalid', { field: name })
    given[name] = value
  }
  for (const [name, value] of Object.entries(params)) put(name, value)
  if (request.method === 'GET' || request.method === 'HEAD') {
    for (const [name, value] of url.searchParams) put(name, value)
    return given
  }
  const text = await readText(request, maxBody)
  if (text === '') return given
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new AppError('unsupported_type')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    throw new AppError('invalid', { cause: error })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new AppError('invalid')
  for (const [name, value] of Object.entries(body)) put(name, value)
  return given
}

const cookieOf = (request: Request, name: string): string | undefined =>
  request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Header, else the token's school, else the only membership; product.md §2. */
async function mint(
  request: Request,
  operation: AnyOperation,
  audience: EndpointInfo['audience'],
  meta: RequestMeta,
): Promise<AnyContext> {
  const header = (name: string) => request.headers.get(name)
  const unsafe = request.method !== 'GET' && request.method !== 'HEAD'
  if (audience === 'family') {
    if (unsafe && !sameOrigin(header)) throw new AppError('forbidden', { reason: 'foreign_origin' })
    return mintForFamilyCookie(cookieOf(request, familyCookie()), meta)
  }
  const wanted = header('x-school-id')?.toLowerCase() ?? null
  if (wanted !== null && !isUuid(wanted)) throw new AppError('invalid', { field: 'X-School-Id' })
  const bearer = /^Bearer (\S+)$/.exec(header('authorization') ?? '')?.[1]
  if (header('authorization') && !bearer) throw new AppError('unauthenticated')
  if (bearer) {
    if (operation.scope !== 'school') throw new AppError('forbidden')
    const ctx = await mintForToken(bearer, meta)
    if (wanted && wanted !== ctx.schoolId) throw new AppError('forbidden', { reason: 'token_of_other_school' })
    return ctx
  }
  const session = await readSession(cookieOf(request, sessionCookie()))
  if (unsafe && !sameOrigin(header)) throw new AppError('forbidden', { reason: 'foreign_origin' })
  // A device's queue says whose changes it holds: somebody else may have signed in meanwhile.
  const sender = header('x-user-id')
  if (session && sender && sender !== session.user.id) throw new AppError('unauthenticated')
  if (operation.scope === 'public') return mintPublic(session, meta, header('accept-language')?.slice(0, 2) ?? 'es')
  if (!session) throw new AppError('unauthenticated')
  refuseOwing(session)
  if (operation.scope === 'platform') {
    const ctx = mintPlatform(session, meta)
    if (!ctx) throw new AppError('forbidden')
    return ctx
  }
  const only = session.memberships.length === 1 ? session.memberships[0]?.school.id : undefined
  const id = wanted ?? only
  if (!id)
    throw new AppError(session.memberships.length === 0 && !session.user.isSuperadmin ? 'forbidden' : 'school_required')
  const ctx = await mintForSession(session, { id }, meta)
  if (!ctx) throw new AppError('forbidden', session.user.isSuperadmin ? { reason: 'support_needed' } : {})
  return ctx
}

const privately = { 'Cache-Control': 'private, no-store' }

/** The answer to a call that failed, as RFC 9457 has it. */
export async function problemAnswer(
  error: unknown,
  request: Request,
  ctx: AnyContext | null,
  requestId: string,
): Promise<Response> {
  const locale = ctx?.locale ?? request.headers.get('accept-language')?.slice(0, 2) ?? 'es'
  const { code, message, fields, current, data } = await explain(error, locale, requestId)
  const { headers: extra, ...rest } = (data ?? {}) as { headers?: LimitHeaders }
  const body = {
    type: `/docs#${code}`,
    title: code,
    status: errorStatus[code],
    detail: message,
    instance: requestId,
    ...(fields ? { errors: Object.entries(fields).map(([field, detail]) => ({ field, detail })) } : {}),
    ...(current === undefined ? {} : { current }),
    ...(Object.keys(rest).length > 0 ? { data: rest } : {}),
  }
  return new Response(JSON.stringify(body), {
    status: errorStatus[code],
    headers: { ...privately, ...extra, 'Content-Type': 'application/problem+json; charset=utf-8' },
  })
}

/** The REST door of an operation: one line per verb in app/api/v1. */
export function endpoint<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<'school', I, O> | Operation<'platform', I, O> | Operation<'public', I, O>,
  info: EndpointInfo,
): Endpoint {
  const served = operation as AnyOperation
  const handle: Handler = async (request, route) => {
    const began = performance.now()
    const meta = requestMeta((name) => request.headers.get(name))
    let ctx: AnyContext | null = null
    try {
      const address = await countCall({ address: meta.ip })
      ctx = await mint(request, served, info.audience, meta)
      const limits = ctx.kind === 'school' ? await countCall({ person: limitKey(ctx), school: ctx.schoolId }) : address
      // A route without parameters has none, not even an empty object.
      const input = await readInput(request, (await route.params) ?? {})
      const key = request.headers.get('idempotency-key')
      const options =
        key && operation.kind === 'command' ? { idempotency: idempotency(key, operation.name, input) } : {}
      const result = await served.run(ctx as never, input, options)
      report('rest', operation.name, began, ctx)
      const headers = { ...privately, ...limits }
      if (info.respond) return withHeaders(info.respond(result as never), headers)
      return Response.json(result, { status: info.status ?? 200, headers })
    } catch (thrown) {
      // Finding out who calls reads the database too.
      const error = translateDatabaseError(thrown)
      report('rest', operation.name, began, ctx, error)
      return problemAnswer(error, request, ctx, meta.requestId)
    }
  }
  return Object.assign(handle, { operation: served, info })
}

const limitKey = (ctx: Extract<AnyContext, { kind: 'school' }>): string =>
  ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : ctx.actor.kind === 'system' ? ctx.actor.name : ctx.actor.userId

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
