import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from './env'
import { AppError } from './errors'
import { type RequestMeta, requestMeta } from './request'
import { sessionLimits } from './session'
import { readSessionKey, type SessionKey, sessionCookie, sessionCookieOptions, writeSessionKey } from './session-cookie'

export type SignedIn = { userId: string; sessionId: string; secret: string }

export type SignInSteps = {
  signIn: (credentials: { email: string; password: string; code: string }, meta: RequestMeta) => Promise<SignedIn>
  signOut: (sessionId: string) => Promise<void>
}

type HeaderBag = Record<string, string | string[] | undefined>
type WithRow = Partial<SessionKey>

const first = (value: string | string[] | undefined): string | null =>
  Array.isArray(value) ? (value[0] ?? null) : (value ?? null)

/** The login form reads this word; the text of a fault stays in the log. */
function answerTo(error: unknown): string {
  if (!(error instanceof AppError)) return 'internal'
  const { code, details } = error
  const seconds = details.data?.seconds
  if (seconds) return `${code}:${seconds}`
  return details.reason === 'code_needed' || details.reason === 'wrong_code' ? details.reason : code
}

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
        credentials: { email: {}, password: {}, code: {} },
        async authorize(given, request) {
          const headers = (request.headers ?? {}) as HeaderBag
          const meta = requestMeta((name) => first(headers[name]))
          try {
            const { email = '', password = '', code = '' } = given ?? {}
            const signedIn = await steps.signIn({ email, password, code }, meta)
            return { id: signedIn.userId, sid: signedIn.sessionId, secret: signedIn.secret } as { id: string }
          } catch (error) {
            throw new Error(answerTo(error))
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
