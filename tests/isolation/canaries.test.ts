import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tableFile } from '@/lib/platform/table-file'
import { tenantModels } from '@/tests/support/models'
import { ownerClient } from '@/tests/support/rows'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'
import { type Marked, markSchool } from './doors/mark'
import { Witness } from './doors/witness'

// The witness of the doors, on a handler that leaks on purpose: every way in which the other school's words may travel.

let a: WholeSchool
let b: WholeSchool
let marked: Record<'a' | 'b', Marked>
let url: string
const server = createServer(async (request, response) => {
  response.end(await leaks[decodeURIComponent(request.url!.slice(1))]!())
})

beforeAll(async () => {
  ;({ a, b } = await twinSchools())
  marked = { a: await markSchool(a), b: await markSchool(b) }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

/** What a handler without its school would read: a student by document number alone. */
async function nameNextDoor(): Promise<string> {
  const text = 'select full_name from students where document_number = $1 and school_id <> $2'
  const { rows } = await (await ownerClient()).query<{ full_name: string }>(text, ['1011', a.id])
  return rows[0]!.full_name
}

const spread = (text: string) => [...text].map((letter) => `(${letter})`).join(' 3 ')
const sheet = async (format: 'xlsx' | 'csv') =>
  Buffer.from(
    (await tableFile([{ title: 'Nombre', width: 20, read: (name: string) => name }], [await nameNextDoor()], format))
      .content,
    'base64',
  )

const leaks: Record<string, () => Promise<string | Buffer>> = {
  'a page': async () => `<title>Estudiantes</title><td>${(await nameNextDoor()).toUpperCase()}</td>`,
  'a page’s title': async () => `<title>${await nameNextDoor()}</title>`,
  'an RSC payload': async () => `1:["$","td",null,{"children":"${await nameNextDoor()}"}]\n`,
  'JSON with escapes': async () =>
    `{"name":"${[...(await nameNextDoor())].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
  'HTML with character references': async () =>
    [...(await nameNextDoor())].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join(''),
  'an address': async () => `<a href="/x?name=${(await nameNextDoor()).replace(/z/g, '%7A')}">`,
  'base64 in JSON': async () => `{"content":"${Buffer.from(`Nombre;${await nameNextDoor()}`).toString('base64')}"}`,
  CSV: () => sheet('csv'),
  'a spreadsheet': () => sheet('xlsx'),
  'a packed answer': async () => gzipSync(await nameNextDoor()),
  'PDF text in pieces': async () => {
    const packed = deflateSync(Buffer.from(`BT [${spread(await nameNextDoor())}] TJ ET`))
    return Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<<>>stream\n'), packed, Buffer.from('\nendstream endobj')])
  },
  'an id': async () => `{"items":[{"id":"${b.studentId}"}]}`,
  'a school’s address': async () => `<a href="/${b.slug}">`,
}

it.each(Object.keys(leaks))('sees a leak in %s', async (way) => {
  const witness = new Witness([marked.a, marked.b])
  const body = Buffer.from(await (await fetch(`${url}/${encodeURIComponent(way)}`)).arrayBuffer())
  witness.take('page', way, a, body)
  expect(witness.leaks).not.toEqual([])
  const home = new Witness([marked.a, marked.b])
  home.take('page', way, b, body)
  expect(home.leaks).toEqual([])
})

it('lets an answer repeat what was asked, but for the marker', () => {
  const witness = new Witness([marked.a, marked.b])
  witness.take(
    'page',
    '/login',
    a,
    `<a href="/login?next=/${b.slug}/students/${b.studentId}">`,
    `/${b.slug}/students/${b.studentId}`,
  )
  expect(witness.leaks).toEqual([])
  witness.take('page', '/login', null, marked.b.marker, marked.b.marker)
  expect(witness.leaks).toHaveLength(1)
})

/** Tables that hold only keys, dates, numbers and codes. */
const withoutText = `activity_files attendance_lists attendance_records communication_files counters course_offerings
  family_links grade_hours period_events school_memberships signing_keys student_guardians study_plan_items`.split(
  /\s+/,
)

it('has its marker in every table of a school that holds free text', async () => {
  const client = await ownerClient()
  const bare: string[] = []
  for (const { table } of tenantModels) {
    const { rows } = await client.query<{ count: string; with: string }>(
      `select count(*), count(*) filter (where t::text like '%' || $2 || '%') as with from ${table} t where school_id = $1`,
      [b.id, marked.b.marker],
    )
    if (rows[0]!.with !== rows[0]!.count || rows[0]!.count === '0') bare.push(table)
  }
  expect(bare.sort()).toEqual(withoutText)
})
