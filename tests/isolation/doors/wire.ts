import { familyCookie, sealFamily } from '@/lib/platform/mint'
import { type Role, roles } from '@/lib/platform/permissions'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { addApiToken, guardianContext } from '@/tests/support/context'
import { addUser } from '@/tests/support/school'
import { openSession } from '@/tests/support/session'
import type { WholeSchool } from '@/tests/support/whole-school'
import { headerFaults } from './headers'
import type { Reader, Witness } from './witness'

/** Somebody who calls. A superadmin may see every school: nothing is asked of what is written for one. */
export type Caller = { name: string; reader: Reader | 'everybody'; headers: Record<string, string> }

export const nobody: Caller = { name: 'nobody', reader: null, headers: {} }

export type Sending = { method?: string; headers?: Record<string, string>; body?: string | FormData; kind?: string }
export type Answer = { status: number; headers: Headers; bytes: Buffer; text: string }

/** Calls of the built server; each answer is looked at for what it may not hold and for what it must carry. */
export class Wire {
  readonly faults = new Set<string>()

  constructor(
    readonly url: string,
    private readonly witness: Witness,
  ) {}

  async call(
    caller: Caller,
    path: string,
    { method = 'GET', headers = {}, body, kind }: Sending = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...caller.headers, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    // A payload has its own address, which the server tells to whoever asks without it.
    const payload = headers.rsc ? new URL(response.headers.get('location') ?? '', this.url) : null
    if (payload?.searchParams.has('_rsc') && !path.includes('_rsc='))
      return this.call(caller, payload.pathname + payload.search, { method, headers, kind: kind ?? 'rsc' })
    const where = `${caller.name}: ${method} ${path}`
    for (const fault of headerFaults(response, bytes, path)) this.faults.add(`${where}: ${response.status} ${fault}`)
    if (caller.reader !== 'everybody') {
      const location = response.headers.get('location') ?? ''
      const sent = decodeURIComponent(`${path}${JSON.stringify(headers)}${typeof body === 'string' ? body : ''}`)
      this.witness.take(
        kind ?? kindOf(response),
        where,
        caller.reader,
        Buffer.concat([bytes, Buffer.from(location)]),
        sent,
      )
    }
    return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') }
  }
}

const kinds: [RegExp, string][] = [
  [/^text\/html/, 'page'],
  [/^text\/x-component/, 'rsc'],
  [/json/, 'json'],
  [/^text\/csv/, 'csv'],
  [/spreadsheet/, 'xlsx'],
  [/pdf/, 'pdf'],
]
const kindOf = (response: Response): string =>
  kinds.find(([type]) => type.test(response.headers.get('content-type') ?? ''))?.[1] ?? 'other'

export type People = Record<Role | 'family' | 'token', Caller>

/** Everybody who may call on behalf of a school. */
export async function peopleOf(school: WholeSchool): Promise<People> {
  const cookie = async (userId: string) => `${sessionCookie()}=${(await openSession(userId)).cookie}`
  const reader = { id: school.id }
  const people = {} as People
  for (const role of roles)
    people[role] = { name: role, reader, headers: { cookie: await cookie(school.members[role].userId) } }
  const sealed = await sealFamily(await guardianContext(school, school.guardianId))
  people.family = { name: 'family', reader, headers: { cookie: `${familyCookie()}=${sealed}` } }
  const { token } = await addApiToken(school, 'rector', ['read:all', 'write:all', 'config:institution', 'manage:users'])
  people.token = { name: 'token', reader, headers: { authorization: `Bearer ${token}` } }
  return people
}

export async function superadmin(): Promise<Caller> {
  const { userId } = await addUser({ isSuperadmin: true })
  const headers = { cookie: `${sessionCookie()}=${(await openSession(userId)).cookie}` }
  return { name: 'superadmin', reader: 'everybody', headers }
}
