import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/platform/env'
import { sessionCookie } from '@/lib/platform/session-cookie'

// Never authorisation: every door checks for itself. Here only what every answer needs, and a cheap way to the login page.
const open = /^\/(login|reset|invite|f|docs|api|empty)(\/|$)/

function contentSecurityPolicy(nonce: string): string {
  const { S3_PUBLIC_ENDPOINT, S3_ENDPOINT, NODE_ENV } = env()
  const store = new URL(S3_PUBLIC_ENDPOINT ?? S3_ENDPOINT).origin
  const development = NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${store}`,
    "font-src 'self'",
    `connect-src 'self' ${store}`,
    `frame-src 'self' blob: ${store}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function middleware(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  if (pathname.startsWith('/_next/image')) return new NextResponse(null, { status: 404 })
  const headers = new Headers(request.headers)
  const requestId = crypto.randomUUID()
  headers.set('x-request-id', requestId)
  headers.set('x-page-path', pathname + search)
  const page = !pathname.startsWith('/api/')
  const policy = page
    ? contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''))
    : "default-src 'none'; frame-ancestors 'none'"
  if (page) headers.set('content-security-policy', policy)
  const answer =
    !open.test(pathname) && !request.cookies.has(sessionCookie()) && request.method === 'GET'
      ? NextResponse.redirect(
          new URL(`/login${pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`}`, request.url),
        )
      : NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  answer.headers.set('X-Request-Id', requestId)
  answer.headers.set('X-Content-Type-Options', 'nosniff')
  answer.headers.set('Referrer-Policy', 'no-referrer')
  answer.headers.set('X-Frame-Options', 'DENY')
  answer.headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  answer.headers.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()')
  answer.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

export const config = {
  runtime: 'nodejs',
  matcher: ['/((?!_next/static|favicon|icon|logo|manifest).*)'],
}
