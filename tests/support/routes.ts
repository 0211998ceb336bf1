import { globSync } from 'node:fs'
import path from 'node:path'
import { type ServedRoute, servedRoutes } from '@/lib/platform/openapi'
import { sessionCookie } from '@/lib/platform/session-cookie'

const root = 'app/api/v1'
export const origin = 'http://localhost:3000'

const addressOf = (file: string): string =>
  `/api/v1/${path.relative(root, path.dirname(file))}`.replaceAll(/\[(\w+)\]/g, '{$1}')

/** Every verb of every REST route file, as it stands in the folder. */
export function everyRoute(): Promise<ServedRoute[]> {
  const files = globSync(`${root}/**/route.ts`).sort()
  return servedRoutes(files.map((file) => ({ path: addressOf(file), load: () => import(path.resolve(file)) })))
}

export type Sent = {
  /** Everything that the operation takes; what the path names goes there, the rest into the body or the query. */
  input?: Record<string, unknown>
  /** Sent as it is instead of the rest of the input. */
  text?: string
  session?: string
  headers?: Record<string, string>
}

/** Calls the route's handler as the server would, without a server. */
export async function send(
  route: ServedRoute,
  { input = {}, text, session, headers = {} }: Sent = {},
): Promise<Response> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = Object.fromEntries(names.map((name) => [name, String(input[name] ?? 'nothing')]))
  const rest = Object.entries(input).filter(([name]) => !names.includes(name))
  const url = new URL(
    origin + route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!)),
  )
  const reads = route.verb === 'GET'
  if (reads) for (const [name, value] of rest) url.searchParams.set(name, String(value))
  const body = reads ? undefined : (text ?? (rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined))
  const request = new Request(url, {
    method: route.verb,
    ...(body === undefined ? {} : { body }),
    headers: {
      host: 'localhost:3000',
      ...(reads ? {} : { origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(session ? { cookie: `${sessionCookie()}=${session}` } : {}),
      ...headers,
    },
  })
  return route.endpoint(request, { params: Promise.resolve(params) })
}

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: { field: string; detail: string }[]
  data?: Record<string, unknown>
}

/** The refusal of an answer, after its outer form has been checked. */
export async function problemOf(response: Response): Promise<Problem> {
  const problem = (await response.json()) as Problem
  if (!/^application\/problem\+json/.test(response.headers.get('content-type') ?? ''))
    throw new Error(`not a problem: ${response.status} ${JSON.stringify(problem)}`)
  if (problem.status !== response.status || !problem.detail || !problem.instance)
    throw new Error(`an incomplete problem: ${JSON.stringify(problem)}`)
  return problem
}
