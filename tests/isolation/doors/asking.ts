import type { ServedRoute } from '@/lib/platform/openapi'
import type { BuiltAction } from './build'
import { comparable, levelled } from './comparable'
import type { Answer, Caller, Wire } from './wire'

/** What an operation answered, by whichever door. */
export type Said = { code: string; data: unknown; answer: Answer }

/** One way to an operation: an action or a route, in the school of that address or id. */
export type Ask = (
  caller: Caller,
  school: { slug: string; id: string },
  input: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<Said>

const json = (text: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The operation by its REST route. */
export function byRoute(wire: Wire, route: ServedRoute): Ask {
  return async (caller, school, input, headers = {}) => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const rest = Object.entries(input).filter(([name]) => !inPath.includes(name))
    const query = new URLSearchParams(route.verb === 'GET' ? rest.map(([name, value]) => [name, String(value)]) : [])
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
    const isOfStaff = route.endpoint.info.audience !== 'family' && route.endpoint.operation.scope === 'school'
    const answer = await wire.call(caller, query.size > 0 ? `${path}?${query}` : path, {
      method: route.verb,
      headers: {
        ...(isOfStaff ? { 'x-school-id': school.id } : {}),
        ...(route.verb === 'GET' ? {} : { origin: wire.url, 'content-type': 'application/json' }),
        ...headers,
      },
      ...(route.verb === 'GET' ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
    })
    const data = json(answer.text)
    return { code: answer.status < 400 ? 'ok' : String(data?.title ?? answer.status), data, answer }
  }
}

/** What a browser sends when a form calls an action. */
export const posted = (wire: Wire, { id }: BuiltAction): Record<string, string> => ({
  'next-action': id,
  accept: 'text/x-component',
  'content-type': 'text/plain;charset=UTF-8',
  origin: wire.url,
})

export function readAction(answer: Answer): Said {
  const result = answer.text
    .split('\n')
    .map((line) => json(line.replace(/^[\da-f]+:/, '')))
    .find((row) => typeof row === 'object' && row !== null && 'ok' in row)
  if (answer.headers.has('x-action-redirect') || result?.ok === true) return { code: 'ok', data: result?.data, answer }
  // React's word for what was thrown, with a number that only the log explains.
  if (!result && /^\d+:E\{"digest":"\d+"\}$/m.test(answer.text)) return { code: 'fault', data: null, answer }
  const error = result?.error as { code: string } | undefined
  return { code: error?.code ?? String(answer.status), data: error, answer }
}

/** The operation by its server action, posted to any page at all. */
export function byAction(wire: Wire, action: BuiltAction, scope: string, path = '/'): Ask {
  return async (caller, school, input, headers = {}) => {
    const body = JSON.stringify(scope === 'school' ? [school.slug, input] : [input])
    return readAction(
      await wire.call(caller, path, { method: 'POST', body, headers: { ...posted(wire, action), ...headers } }),
    )
  }
}

/** Everything of what was said but what differs between any two answers, and what was asked. */
export function comparableSaid({ code, data, answer }: Said, asked: string[]): object {
  const { status, headers } = comparable({ ...answer, text: '' }, asked)
  const text = JSON.stringify(data ?? null, (key, value) =>
    /^(requestId|instance|content)$/.test(key) ? undefined : value,
  )
  return { code, status, headers, data: levelled(text, asked) }
}
