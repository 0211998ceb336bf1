import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/platform/env'
import { sessionCookie } from '@/lib/platform/session-cookie'

// Never authorisation: every door checks for itself. Here only what a page needs, and a cheap way to the login page.
const open = /^\/(login|reset|invite|f|verify|docs|empty)(\/|$)/

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
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''))
  const headers = new Headers(request.headers)
  headers.set('x-page-path', pathname + search)
  headers.set('content-security-policy', policy)
  const answer =
    !open.test(pathname) && !request.cookies.has(sessionCookie()) && request.method === 'GET'
      ? NextResponse.redirect(
          new URL(`/login${pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`}`, request.url),
        )
      : NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

// The API pays for none of this: its headers, and those of every answer, are the constant ones of next.config.ts.
export const config = {
  runtime: 'nodejs',
  // Whole names: a school may be called `icononzo`.
  matcher: ['/((?!api/|_next/static/|favicon\\.ico$|logo\\.svg$|icon-180\\.png$).*)'],
}
