import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as exchange } from '@/app/api/family/session/route'
import { GET as readOverRest } from '@/app/api/v1/family/route'
import { createLink, revokeLink } from '@/lib/domain/families/commands'
import { listLinks } from '@/lib/domain/families/queries'
import { remind } from '@/lib/domain/families/reminders/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { log } from '@/lib/platform/log'
import { familyCookie } from '@/lib/platform/mint'
import { schoolSecret } from '@/lib/platform/secrets'
import { addFamilyLink, contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { newId } from '../support/ids'
import { linkIn, mailsOf } from '../support/outbox'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let secretary: SchoolContext

beforeAll(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

async function newFamily(over: Parameters<typeof addGuardian>[1] = {}, children = 1) {
  const students = await Promise.all(Array.from({ length: children }, () => addStudent(school)))
  const guardian = await addGuardian(school, { of: students.map(({ id }) => id), ...over })
  const enrollments = []
  for (const { id } of students) enrollments.push(await addEnrollment(school, { studentId: id }))
  return { guardian, students, enrollments, studentId: students[0]!.id, enrollment: enrollments[0]! }
}

let address = 0
beforeEach(() => {
  address += 1
})

const origin = 'http://localhost:3000'
/** The phone's call, from an address of its own for each test. */
const open = (body: string) =>
  exchange(
    new Request(`${origin}/api/family/session`, {
      method: 'POST',
      headers: {
        origin,
        host: 'localhost:3000',
        'x-forwarded-for': `10.0.0.${address}`,
        'content-type': 'application/json',
      },
      body,
    }),
  )
const openToken = (token: string) => open(JSON.stringify({ token }))
const cookieIn = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const read = (cookie: string) =>
  readOverRest(new Request(`${origin}/api/v1/family`, { headers: { cookie, host: 'localhost:3000' } }), {
    params: Promise.resolve({}),
  })

describe('making a link', () => {
  test('keeps only the hash of its token, and mails it when asked', async () => {
    const { guardian } = await newFamily()
    const made = await createLink.run(secretary, { guardianId: guardian.id, channel: 'email' })
    const token = new URL(made.url).hash.slice(1)
    expect(token).toMatch(/^[\w-]{65}$/)
    expect(made.mailedTo).toBe(guardian.email)
    const [mail] = await mailsOf(school, { to: guardian.email!, template: 'family_link' })
    expect(linkIn(mail)).toBe(made.url)
    const days = (Date.parse(made.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(13)
    expect(days).toBeLessThan(15)
    const rows = await database().prisma.$queryRawUnsafe<{ text: string }[]>(
      `select row_to_json(l)::text as text from family_links l union all select row_to_json(a)::text from audit_log a`,
    )
    expect(rows.some(({ text }) => text.includes(token) || text.includes(token.slice(22)))).toBe(false)
  })

  test('gives the words for WhatsApp and a picture for the desk', async () => {
    const { guardian, students } = await newFamily({ firstName: 'Luz' }, 2)
    const made = await createLink.run(secretary, { guardianId: guardian.id, channel: 'whatsapp' })
    expect(made.text).toContain(made.url)
    for (const { firstName } of students) expect(made.text).toContain(firstName)
    expect(made.whatsappUrl).toMatch(/^https:\/\/wa\.me\/573001234567\?text=Hola/)
    expect(Buffer.from(made.qr.split(',')[1]!, 'base64').toString()).toContain('<svg')
    expect(await mailsOf(school, { to: guardian.email! })).toEqual([])
  })

  test('earlier ones go on working unless they are to stop', async () => {
    const { guardian } = await newFamily()
    const first = await createLink.run(secretary, { guardianId: guardian.id, channel: 'qr' })
    await createLink.run(secretary, { guardianId: guardian.id, channel: 'qr' })
    const states = async () =>
      (await listLinks.run(secretary, { guardianId: guardian.id })).items.map((link) => link.state)
    expect(await states()).toEqual(['valid', 'valid'])
    await createLink.run(secretary, { guardianId: guardian.id, channel: 'qr', revokeOthers: true })
    expect(await states()).toEqual(['valid', 'revoked', 'revoked'])
    expect((await openToken(new URL(first.url).hash.slice(1))).status).toBe(410)
  })

  test.each([
    ['without an address', { email: null }, 'email', 'families.refusal.noEmail'],
    ['for an inactive guardian', { isActive: false }, 'qr', 'families.refusal.inactive'],
  ])('%s says so', async (_, over, channel, reason) => {
    const { guardian } = await newFamily(over)
    await expect(createLink.run(secretary, { guardianId: guardian.id, channel })).rejects.toMatchObject({
      code: 'not_allowed_now',
      details: { reason },
    })
  })
})

describe('opening a link', () => {
  test('gives a cookie for two hours that shows the own children and nothing else', async () => {
    const { guardian, students } = await newFamily({}, 2)
    await newFamily()
    const { token, id } = await addFamilyLink(school, guardian.id)
    const answer = await openToken(token)
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=7200; HttpOnly; SameSite=Lax$/)
    expect(answer.headers.get('set-cookie')).not.toContain(token)
    const family = await (await read(cookieIn(answer))).json()
    expect(family.children.map((child: { studentId: string }) => child.studentId).sort()).toEqual(
      students.map((student) => student.id).sort(),
    )
    expect(JSON.stringify(family)).not.toMatch(/documentNumber|birthDate|phone|email/)
    const link = await database().prisma.familyLink.findFirst({ where: { schoolId: school.id, id } })
    expect(link).toMatchObject({ useCount: 1 })
    expect(link?.lastUsedAt).not.toBeNull()
  })

  test('whatever is wrong with it, there is one answer', async () => {
    const { guardian } = await newFamily()
    const { guardian: gone } = await newFamily({ isActive: false })
    const elsewhere = await testSchool()
    const tokens = [
      (await addFamilyLink(school, guardian.id, { expiresAt: new Date(Date.now() - 1000) })).token,
      (await addFamilyLink(school, guardian.id, { revokedAt: new Date() })).token,
      (await addFamilyLink(school, guardian.id, { useCount: 60, maxUses: 60 })).token,
      (await addFamilyLink(school, gone.id)).token,
      schoolSecret(school.id),
      schoolSecret(newId()),
      // The right secret under another school's name.
      schoolSecret(elsewhere.id).slice(0, 22) + (await addFamilyLink(school, guardian.id)).token.slice(22),
      'corto',
      '',
    ]
    const answers = []
    for (const token of tokens) answers.push(await openToken(token))
    answers.push(await open('{'), await open(JSON.stringify({ token: 7 })), await open('x'.repeat(5000)))
    const seen = await Promise.all(
      answers.map(async (answer) =>
        JSON.stringify([answer.status, await answer.text(), [...answer.headers.entries()].sort()]),
      ),
    )
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]?.status).toBe(410)
  })

  test('who goes on guessing waits, and others do not', async () => {
    const codes = []
    for (let count = 0; count < 22; count++) codes.push((await openToken(schoolSecret(school.id))).status)
    expect(codes.slice(0, 20)).toEqual(new Array(20).fill(410))
    expect(codes.slice(20)).toEqual([429, 429])
    const { guardian } = await newFamily()
    expect((await openToken((await addFamilyLink(school, guardian.id)).token)).status).toBe(204)
  })

  test('does not read on when more comes than a token', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(stream) {
        sent += 1
        stream.enqueue(new Uint8Array(1000).fill(32))
      },
    })
    const headers = { origin, host: 'localhost:3000', 'x-forwarded-for': `10.0.0.${address}` }
    const options = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expect((await exchange(new Request(`${origin}/api/family/session`, options))).status).toBe(410)
    expect(sent).toBeLessThan(10)
  })

  test('from a page that is not ours is refused', async () => {
    const { guardian } = await newFamily()
    const { token } = await addFamilyLink(school, guardian.id)
    const answer = await exchange(
      new Request(`${origin}/api/family/session`, {
        method: 'POST',
        headers: { origin: 'https://otro.example', host: 'localhost:3000' },
        body: JSON.stringify({ token }),
      }),
    )
    expect(answer.status).toBe(403)
  })

  test('ends at once when the link is revoked', async () => {
    const { guardian } = await newFamily()
    const { token, id } = await addFamilyLink(school, guardian.id)
    const cookie = cookieIn(await openToken(token))
    expect((await read(cookie)).status).toBe(200)
    await revokeLink.run(secretary, { linkId: id })
    expect((await read(cookie)).status).toBe(410)
    expect((await read(`${familyCookie()}=algo`)).status).toBe(410)
  })

  test('writes no token into the log, whether it opens or not', async () => {
    const { guardian } = await newFamily()
    const { token } = await addFamilyLink(school, guardian.id)
    const expired = await addFamilyLink(school, guardian.id, { expiresAt: new Date(0) })
    const lines: unknown[] = []
    const spies = (['info', 'error', 'warn'] as const).map((level) =>
      vi.spyOn(log(), level).mockImplementation((...line: unknown[]) => void lines.push(line)),
    )
    const cookie = cookieIn(await openToken(token))
    await openToken(expired.token)
    await read(cookie)
    for (const spy of spies) spy.mockRestore()
    const text = JSON.stringify(lines)
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(text).toContain('families.open')
    for (const secret of [token, token.slice(22), expired.token, cookie.split('=')[1]!])
      expect(text).not.toContain(secret)
    expect(text).not.toContain(guardian.firstSurname)
  })
})

describe('reminding', () => {
  test('writes once to each family that has something to send, and lists the others with the reason', async () => {
    const own = await testSchool()
    const ctx = await contextFor(own, 'secretary')
    const add = async (over: Parameters<typeof addGuardian>[1], children: number, documents = {}) => {
      const students = await Promise.all(Array.from({ length: children }, () => addStudent(own)))
      const guardian = await addGuardian(own, { ...over, of: students.map(({ id }) => id) })
      for (const { id } of students) await addEnrollment(own, { studentId: id, documents })
      return guardian
    }
    const two = await add({}, 2)
    const mute = await add({ email: null }, 1)
    const all = ['birth_certificate', 'identity_document', 'report_card', 'habeas_data', 'tratamiento_datos']
    const done = await add({}, 1, Object.fromEntries(all.map((code) => [code, 'uploaded'])))
    const started = await remind.run(ctx, {})
    expect(started.families).toBe(2)
    expect((await runQueued()).failures).toEqual([])
    const reminders = await mailsOf(own, { template: 'family_reminder' })
    expect(reminders.map(({ to }) => to)).toEqual([two.email])
    expect(linkIn(reminders[0])).toMatch(/\/f#[\w-]{65}$/)
    expect(await mailsOf(own, { to: done.email! })).toEqual([])
    const job = await database().prisma.job.findFirst({ where: { schoolId: own.id, id: started.jobId } })
    expect(job).toMatchObject({ status: 'done', total: 2, done: 1, failed: 1 })
    const failed = await database().prisma.jobItem.findFirst({ where: { schoolId: own.id, status: 'failed' } })
    expect(failed).toMatchObject({ label: mute.fullName })
    expect(failed?.error).toContain('WhatsApp')
  })

  test('says so when there is nobody to remind', async () => {
    const empty = await contextFor(await testSchool(), 'secretary')
    await expect(remind.run(empty, {})).rejects.toMatchObject({
      details: { reason: 'families.refusal.nobodyToRemind' },
    })
  })
})
