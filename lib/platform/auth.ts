import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from './env'
import { AppError } from './errors'
import { type RequestMeta, requestMeta } from './request'
import { sessionLimits } from './session'
import { readSessionKey, type SessionKey, sessionCookie, sessionCookieOptions, writeSessionKey } from './session-cookie'

export type SignedIn = { userId: string; sessionId: string; secret: string }

export type SignInSteps = {
  signIn: (credentials: { email: string; password: string }, meta: RequestMeta) => Promise<SignedIn>
  signOut: (sessionId: string) => Promise<void>
}

type HeaderBag = Record<string, string | string[] | undefined>
type WithRow = Partial<SessionKey>

const first = (value: string | string[] | undefined): string | null =>
  Array.isArray(value) ? (value[0] ?? null) : (value ?? null)

/** next-auth with a session row behind its cookie: the cookie names the row, the row decides. */
export function authOptions(steps: SignInSteps): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLimits.absoluteHours * 3600 },
    // The row is the session. Sealing its name and secret once more would protect nothing and cost each request a key derivation.
    jwt: {
      encode: async ({ token }) => {
        const { sid, secret } = (token ?? {}) as WithRow
        return sid && secret ? writeSessionKey({ sid, secret }) : ''
      },
      decode: async ({ token }) => readSessionKey(token),
    },
    pages: { signIn: '/login', error: '/login' },
    cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given, request) {
          const headers = (request.headers ?? {}) as HeaderBag
          const meta = requestMeta((name) => first(headers[name]))
          try {
            const signedIn = await steps.signIn({ email: given?.email ?? '', password: given?.password ?? '' }, meta)
            return { id: signedIn.userId, sid: signedIn.sessionId, secret: signedIn.secret } as { id: string }
          } catch (error) {
            // The login form reads the code from the address; the text of a fault stays in the log.
            const code = error instanceof AppError ? error.code : 'internal'
            const seconds = error instanceof AppError ? error.details.data?.seconds : undefined
            throw new Error(seconds ? `${code}:${seconds}` : code)
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        const row = user as WithRow | undefined
        return row ? { sub: user.id, sid: row.sid, secret: row.secret } : token
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      async signOut({ token }) {
        const { sid } = (token ?? {}) as WithRow
        if (typeof sid === 'string') await steps.signOut(sid)
      },
    },
  }
}
