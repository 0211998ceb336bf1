import { sessionCookie } from '@/lib/platform/session-cookie'
import { openSession } from './session'

export type Caller = (
  path: string,
  options?: { method?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Response>

/** Calls the API as a signed-in browser of this person would. */
export async function browserOf(url: string, userId: string): Promise<Caller> {
  const { cookie } = await openSession(userId)
  return (path, { method = 'GET', body, headers = {} } = {}) =>
    fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: `${sessionCookie()}=${cookie}`,
        origin: url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
}
