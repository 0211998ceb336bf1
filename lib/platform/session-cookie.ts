import { isUuid } from '../shared/ids'
import { env } from './env'

const secure = (): boolean => env().APP_URL.startsWith('https:')

/** With https the browser itself keeps the cookie to this host and path. */
export const sessionCookie = (): string => (secure() ? '__Host-athena.session' : 'athena.session')

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const

/** What the cookie holds: which row of `auth_sessions`, and the secret whose hash stands in it. */
export type SessionKey = { sid: string; secret: string }

export const writeSessionKey = ({ sid, secret }: SessionKey): string => `${sid}.${secret}`

/** @returns null for everything that we never wrote; only the row says whether the session is alive */
export function readSessionKey(value: string | undefined): SessionKey | null {
  const [, sid, secret] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(value ?? '') ?? []
  return sid && secret && isUuid(sid) ? { sid, secret } : null
}
