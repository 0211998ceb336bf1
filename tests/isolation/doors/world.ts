import { randomBytes, randomUUID } from 'node:crypto'
import { database } from '@/lib/platform/db/client'
import type { Operation } from '@/lib/platform/operation'
import { type Role, roles } from '@/lib/platform/permissions'
import { newObjectKey, writeObject } from '@/lib/platform/storage'
import { everyOperation } from '@/scripts/permissions/operations'
import { allowed } from '@/scripts/permissions/who-may'
import { samples } from '@/tests/support/files'
import { fingerprint, ownerClient } from '@/tests/support/rows'
import { startServer, type TestServer } from '@/tests/support/server'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'
import { type Marked, markSchool } from './mark'
import { type Caller, type People, peopleOf, superadmin, Wire } from './wire'
import { Witness } from './witness'

/** A school as somebody names it in a request: its address, its id, its records. */
export type Named = { slug: string; id: string; records: Subject }

export type World = {
  server: TestServer
  wire: Wire
  witness: Witness
  marked: Marked[]
  a: WholeSchool
  b: WholeSchool
  own: Named
  theirs: Named
  nowhere: Named
  people: People
  theirPeople: People
  superadmin: Caller
  operations: Map<string, Operation>
}

const named = async (school: WholeSchool): Promise<Named> => ({
  slug: school.slug,
  id: school.id,
  records: {
    ...(await subjectOf(school)),
    objectKey: (
      await database().prisma.documentFile.findFirstOrThrow({ where: { schoolId: school.id, id: school.fileId } })
    ).objectKey,
    requirementIds: Object.values(school.requirements).join(' '),
  },
})

/** Writes the marker into the family's file too, as text of its page. */
async function markFile(objectKey: string, marker: string): Promise<void> {
  const page = Buffer.from(`\n9 0 obj<<>>stream\nBT (${marker}) Tj ET\nendstream endobj\n`)
  await writeObject(objectKey, Buffer.concat([samples.pdf.bytes, page]), samples.pdf.contentType)
}

async function addLogo(schoolId: string): Promise<void> {
  const logoKey = newObjectKey(schoolId)
  await writeObject(logoKey, samples.png.bytes, samples.png.contentType)
  const brandingSettings = { primaryColor: '#1f4b99', logoKey, logoType: 'image/png' }
  await database().prisma.schoolSettings.updateMany({ where: { schoolId }, data: { brandingSettings } })
}

/** A built server with two mirrored schools in it, marked, and somebody of each who may call. */
export async function makeWorld(): Promise<World> {
  const server = await startServer({ RATE_LIMITS: 'off' })
  process.env.RATE_LIMITS = 'off'
  const { a, b } = await twinSchools()
  const [own, theirs] = [await named(a), await named(b)]
  const nowhere: Named = {
    // As long as the other's, so that lengths in an answer do not differ either.
    slug: `colegio-${randomBytes(20).toString('hex')}`.slice(0, b.slug.length),
    id: randomUUID(),
    // A grade is the same everywhere.
    records: Object.fromEntries(
      Object.entries(theirs.records).map(([name, value]) => [name, /[\da-f-]{36}/.test(value) ? randomUUID() : value]),
    ),
  }
  const [people, theirPeople] = [await peopleOf(a), await peopleOf(b)]
  for (const school of [a, b]) await addLogo(school.id)
  const marked = [await markSchool(a), await markSchool(b)]
  for (const [index, { records }] of [own, theirs].entries()) await markFile(records.objectKey!, marked[index]!.marker)
  const witness = new Witness(marked)
  const operations = new Map((await everyOperation()).map((operation) => [operation.name, operation]))
  return {
    ...{ server, a, b, own, theirs, nowhere, people, theirPeople, marked, witness, operations },
    wire: new Wire(server.url, witness),
    superadmin: await superadmin(),
  }
}

/** The roles of a school that the operation refuses. */
export const refusedRoles = (operation: Operation): Role[] => roles.filter((role) => !allowed(operation, role))

/** One hash over everything that a refused call could have changed, in both schools and outside of them. */
export async function everything({ a, b }: World, { without = [] as string[] } = {}): Promise<Record<string, string>> {
  const client = await ownerClient()
  const { rows } = await client.query<{ hash: string }>(
    `select concat((select md5(string_agg(t::text, ',' order by id)) from schools t), (select count(*) from users),
                   (select md5(string_agg(t::text, ',' order by user_id)) from user_credentials t),
                   (select md5(string_agg(t::text, ',' order by id)) from user_tokens t),
                   (select count(*) from platform_mails), (select count(*) from pgboss.job)) as hash`,
  )
  const state: Record<string, string> = { outside: rows[0]!.hash }
  for (const [name, school] of Object.entries({ a, b }))
    for (const [table, hash] of Object.entries(await fingerprint(school.id)))
      if (!without.includes(table)) state[`${name}.${table}`] = hash
  return state
}
