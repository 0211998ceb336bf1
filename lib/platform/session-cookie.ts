import { env } from './env'

const secure = (): boolean => env().APP_URL.startsWith('https:')

/** With https the browser itself keeps the cookie to this host and path. */
export const sessionCookie = (): string => (secure() ? '__Host-athena.session' : 'athena.session')

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const
