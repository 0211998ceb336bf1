import { request } from 'node:http'
import { beforeAll, expect, it } from 'vitest'
import { unique } from '@/tests/support/ids'
import { inputFor } from '@/tests/support/sample-inputs'
import { testSchool } from '@/tests/support/school'
import { posted, readAction } from './asking'
import type { BuiltAction } from './build'
import { type Caller, nobody } from './wire'
import { everything, type World } from './world'

/** What a browser cannot be made to send, and what no form of ours sends. */
const bodies = [
  '',
  '{',
  'null',
  '[]',
  '[null,null]',
  '[[],[]]',
  '["$undefined","$undefined"]',
  '["$F1"]',
  '["$1:x:y","$@2"]',
  '["$K1","$Q2"]',
  '[{"__proto__":{"ok":true}},{"__proto__":{"ok":true}}]',
  '[{"then":"$1:constructor"},{"status":"resolved_model"}]',
]

const foreign: { name: string; headers: Record<string, string> }[] = [
  { name: 'without an Origin', headers: { origin: '' } },
  { name: 'from nowhere', headers: { origin: 'null' } },
  { name: 'from another site', headers: { origin: 'https://evil.example' } },
  {
    name: 'from another site that says it is ours',
    headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  },
  {
    name: 'past the middleware',
    headers: { origin: 'https://evil.example', 'x-middleware-subrequest': 'middleware:middleware', 'next-resume': '1' },
  },
]

/** Anybody may ask for a new password: the mail decides. */
const everybodys = ['account.requestReset']

/** Every action, posted where no form of it stands, by whoever may not and by whoever was tricked. */
export function hostilePosts(actions: (BuiltAction & { operation: string })[], world: () => World): void {
  let before: Record<string, string>
  beforeAll(async () => {
    before = await everything(world())
  })

  it.each(actions)('$name', async (action) => {
    const { wire, own, people, superadmin, operations } = world()
    const operation = operations.get(action.operation)!
    const { scope } = operation
    const caller: Caller = scope === 'platform' ? superadmin : people.rector
    const input = inputFor(operation, own.records, '')
    const args = (extra: object) =>
      JSON.stringify(scope === 'school' ? [own.slug, { ...input, ...extra }] : [{ ...input, ...extra }])
    const send = async (who: Caller, path: string, body: string | FormData, headers: Record<string, string>) => {
      const all = Object.entries({ ...posted(wire, action), ...headers }).filter(([, value]) => value !== '')
      const type = body instanceof FormData ? all.filter(([name]) => name !== 'content-type') : all
      return readAction(await wire.call(who, path, { method: 'POST', body, headers: Object.fromEntries(type) }))
    }
    const refused = async (what: string, said: ReturnType<typeof send>) => {
      const { code, answer } = await said
      expect(code, what).not.toBe('ok')
      expect(answer.text, what).not.toMatch(/at \w.*\.(js|ts):\d+|prisma|postgres/i)
      if (answer.status < 400) expect(code, `${what}: ${answer.text.slice(0, 300)}`).toMatch(/^[a-z_]+$/)
    }
    for (const path of ['/', '/login']) {
      if (scope !== 'public') await refused(`without a cookie at ${path}`, send(nobody, path, args({}), {}))
      for (const { name, headers } of foreign)
        await refused(`${name} at ${path}`, send(caller, path, args({}), headers))
      await refused(`with another field at ${path}`, send(caller, path, args({ surplus: 'x' }), {}))
    }
    for (const name of ['id', 'schoolId', 'school_id', 'createdAt', 'isSuperadmin'])
      if (!(name in input)) await refused(`with ${name}`, send(caller, '/', args({ [name]: own.id }), {}))
    // What takes nothing is valid without anything.
    if (!operation.input.safeParse({}).success)
      for (const body of bodies) await refused(`with ${body}`, send(caller, '/login', body, {}))
    const form = new FormData()
    form.set(`$ACTION_ID_${action.id}`, '')
    form.set('0', args({}))
    const { answer } = await send(nobody, '/login', form, { 'next-action': '' })
    expect(readAction(answer).code).not.toBe('ok')
    if (!everybodys.includes(action.operation)) expect(await everything(world())).toEqual(before)
  })
}

/** Answers that no door gives, and doors that must not exist. */
export function oddAnswers(world: () => World): void {
  /** Beneath fetch, which corrects what a hostile client sends. */
  const raw = (path: string, method: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | string; headers: Record<string, unknown> }>((resolve) => {
      const sent = request(world().wire.url + path, { method, headers }, (response) => {
        response.resume()
        resolve({ status: response.statusCode!, headers: response.headers })
      })
      sent.on('upgrade', (_, socket) => {
        socket.destroy()
        resolve({ status: 'upgraded', headers: {} })
      })
      sent.on('error', () => resolve({ status: 'closed', headers: {} }))
      sent.end()
    })

  it('no protocol is changed', async () => {
    for (const path of ['/', '/login', '/api/v1/students', '/_next/webpack-hmr'])
      for (const protocol of ['websocket', 'h2c']) {
        const headers = {
          connection: 'Upgrade',
          upgrade: protocol,
          'sec-websocket-key': 'x',
          'sec-websocket-version': '13',
        }
        expect((await raw(path, 'GET', headers)).status, `${protocol} ${path}`).toBe('closed')
      }
  })

  it.each([
    ['GET', '/api/%E0%A4%A', 400],
    ['TRACE', '/', 405],
    ['PROPFIND', '/login', 405],
  ])('%s %s ends at the edge, with every header', async (method, path, status) => {
    const answer = await raw(path, method)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringContaining('max-age'),
    })
  })

  it.each([
    '/_next/image?url=%2Flogo.svg&w=64&q=75',
    '/_next/image',
    '/_next/nothing',
    '/_next/data/x/login.json',
    '/api',
    '/api/nothing',
    '/nothing/',
    '/docs',
    '/docs/assets/swagger-ui.css',
    '/docs/assets/..%2fpackage.json',
    '/api/openapi.json',
    '/api/health',
    '/api/health/live',
    '/api/health/ready',
    '/api/auth/session',
    '/api/auth/csrf',
    '/api/auth/signin',
    '/api/auth/nothing',
    '/api/family/session',
    '/login',
    '/login?next=//evil.example',
    '/reset',
    '/invite',
    '/f',
    '/empty',
    '/account',
    '/500',
    '/_error',
    '/_not-found',
  ])('%s, whoever asks and however', async (path) => {
    const { wire, people } = world()
    for (const caller of [nobody, people.rector])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']) {
        const answer = await wire.call(caller, path, { method })
        expect(answer.headers.get('location') ?? '', `${method} by ${caller.name}`).not.toMatch(/evil/)
        if (path.startsWith('/_next/image')) expect(answer.status).toBe(404)
      }
  })

  it('a school whose name begins like a file of ours is guarded like the others', async () => {
    for (const word of ['icononzo', 'logos', 'manifestacion', 'favicon', 'api-rest']) {
      const { slug } = await testSchool({ slug: `${word}-${unique()}` })
      for (const caller of [nobody, world().people.rector]) {
        const answer = await world().wire.call(caller, `/${slug}/students`)
        expect([slug, answer.status]).toEqual([slug, caller === nobody ? 307 : 404])
        expect(answer.headers.get('content-security-policy'), slug).toContain("'nonce-")
      }
    }
  })

  it('a form of more than a megabyte is refused', async () => {
    const { wire, people } = world()
    const body = JSON.stringify(['x'.repeat(1_200_000)])
    const headers = { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8', origin: wire.url }
    expect((await wire.call(people.rector, '/login', { method: 'POST', body, headers })).status).toBeGreaterThanOrEqual(
      400,
    )
  })
}
