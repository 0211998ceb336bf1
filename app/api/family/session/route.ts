import { openLink } from '@/lib/domain/families/phone/commands'
import { openLinkInput } from '@/lib/domain/families/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { explain } from '@/lib/platform/explain'
import { familyCookie, mintForFamilyToken, sealFamily } from '@/lib/platform/mint'
import { countCall } from '@/lib/platform/rate-limit'
import { report } from '@/lib/platform/report'
import { readText, requestMeta, sameOrigin } from '@/lib/platform/request'

const hours = 2

function cookieOf(value: string, seconds: number): string {
  const name = familyCookie()
  const secure = name.startsWith('__Host-') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

/** The token out of the body, or the refusal that every wrong token gets. */
async function tokenOf(request: Request): Promise<string> {
  try {
    const text = await readText(request, 1000)
    return openLinkInput.parse(JSON.parse(text)).token
  } catch {
    throw new AppError('link_unavailable')
  }
}

/**
 * Exchanges the token of a family link for the cookie of its page. Expired, revoked, used up, another school's or no token
 * at all: one answer, and an address that goes on guessing is made to wait. Only failures are counted, because hundreds of
 * families share the address of one telephone company.
 */
export async function POST(request: Request): Promise<Response> {
  const began = performance.now()
  const meta = requestMeta((name) => request.headers.get(name))
  let ctx: SchoolContext | null = null
  try {
    await countCall({ address: meta.ip })
    if (!sameOrigin((name) => request.headers.get(name))) throw new AppError('forbidden', { reason: 'foreign_origin' })
    ctx = await mintForFamilyToken(await tokenOf(request), meta)
    await openLink.run(ctx, {})
    const cookie = cookieOf(await sealFamily(ctx), hours * 3600)
    report('rest', 'families.open', began, ctx)
    return answer(204, null, cookie)
  } catch (error) {
    const refusal = await slowed(error, meta.ip)
    report('rest', 'families.open', began, ctx, refusal)
    const { code, message } = await explain(refusal, 'es', meta.requestId)
    const status = refusal instanceof AppError ? refusal.status : 500
    // What an earlier link opened on this phone must not show under a link that opens nothing.
    return answer(status, { title: code, status, detail: message }, cookieOf('', 0))
  }
}

async function slowed(error: unknown, ip: string): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'link_unavailable') return error
  try {
    await countCall({ guess: ip })
    return error
  } catch (limited) {
    return limited
  }
}

function answer(status: number, problem: object | null, cookie: string): Response {
  return new Response(problem && JSON.stringify(problem), {
    status,
    headers: {
      'Cache-Control': 'private, no-store',
      'Set-Cookie': cookie,
      ...(problem ? { 'Content-Type': 'application/problem+json; charset=utf-8' } : {}),
    },
  })
}
