import { beforeEach, expect, it, vi } from 'vitest'
import { createStudent } from '@/lib/domain/students/commands'
import { action } from '@/lib/platform/action'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { somebody } from '@/tests/support/person'
import { fingerprint } from '@/tests/support/rows'
import { memberOf, type TestSchool, testSchool } from '@/tests/support/school'
import { openSession } from '@/tests/support/session'

// The door of forms, as Next calls it: what was sent stands in these two.
const sent = vi.hoisted(() => ({ headers: new Map<string, string>(), cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  headers: async () => ({ get: (name: string) => sent.headers.get(name) ?? null }),
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
}))
vi.mock('next/cache', () => ({ revalidatePath: () => {} }))

const create = action(createStudent)
const child = () => ({ ...somebody(), secondName: null })

let a: TestSchool
let b: TestSchool

beforeEach(async () => {
  ;[a, b] = [await testSchool(), await testSchool()]
  const { cookie } = await openSession(a.members.secretary.userId)
  sent.cookies = new Map([[sessionCookie(), cookie]])
  sent.headers = new Map([
    ['host', 'localhost:3000'],
    ['origin', 'http://localhost:3000'],
  ])
})

async function refusal(slug: unknown, input: unknown = child()): Promise<string | null> {
  const [before, theirs] = [await fingerprint(a.id), await fingerprint(b.id)]
  const answer = await create(slug as string, input)
  expect(await fingerprint(b.id)).toEqual(theirs)
  if (answer.ok) return null
  expect(await fingerprint(a.id)).toEqual(before)
  return answer.error.code
}

it('works in the school of the page’s address', async () => {
  expect(await refusal(a.slug)).toBeNull()
})

it('knows no school where the person is not, nor one that is none', async () => {
  for (const slug of [b.slug, b.id, a.id, 'nowhere', '', null, undefined, { slug: a.slug }, [a.slug, b.slug]])
    expect(await refusal(slug), String(slug)).toBe('not_found')
})

it('works in the named one of two schools', async () => {
  await memberOf(b, a.members.secretary.userId, ['secretary'])
  const [mine, theirs] = [await fingerprint(a.id), await fingerprint(b.id)]
  expect(await create(b.slug, child())).toMatchObject({ ok: true })
  expect(await fingerprint(a.id)).toEqual(mine)
  expect((await fingerprint(b.id)).students).not.toBe(theirs.students)
})

it('is closed to nobody, and to a session that was made up', async () => {
  sent.cookies.clear()
  expect(await refusal(a.slug)).toBe('unauthenticated')
  sent.cookies.set(sessionCookie(), `${a.id}.${'x'.repeat(43)}`)
  expect(await refusal(a.slug)).toBe('unauthenticated')
})

it.each([undefined, 'null', 'https://evil.example', 'http://localhost:3001'])(
  'is closed to a page from %s, whatever host it claims to have come through',
  async (origin) => {
    sent.headers.delete('origin')
    if (origin) sent.headers.set('origin', origin)
    sent.headers.set('x-forwarded-host', 'evil.example')
    expect(await refusal(a.slug)).toBe('forbidden')
  },
)

it('takes no field that it does not know, not even the school', async () => {
  expect(await refusal(a.slug, { ...child(), schoolId: b.id })).toBe('invalid')
})
