import { randomInt } from 'node:crypto'
import { tenantModels } from '@/tests/support/models'
import { ownerClient, rowIds } from '@/tests/support/rows'
import type { WholeSchool } from '@/tests/support/whole-school'

/** What gives a school away: words that stand in its rows and nowhere else, and the ids and names of its own. */
export type Marked = {
  id: string
  /** Random; the tests never send it, so every sight of it is a sight of a row. */
  marker: string
  /** Ids of its rows and people. Like the words, the tests may have sent them themselves: an answer may repeat those. */
  rows: ReadonlySet<string>
  /** Its name in addresses, and its people's mail addresses. */
  words: string[]
}

/** Texts and objects that a program reads: a mark in them would break the row instead of showing who sees it. */
const coded =
  /(_hash|sha256|_key|^request_id|^content_type|^relationship|^document_version|^profile|^phone)$|^(audit_log\.(action|entity)|idempotency_keys\.operation|jobs\.name|outbox_mails\.template|evaluation_rules\.rules|meeting_decisions\.decision|meeting_members\.role|enrollment_documents\.r2_object_key)$/

const consonants = 'bcdfghjklmnpqrstvwxz'
const newMarker = (): string =>
  `z${Array.from({ length: 11 }, () => consonants[randomInt(consonants.length)]).join('')}`

type Column = { table: string; column: string; most: number; json: boolean }

/** Texts and objects that may hold anything: in no key, in no unique index unless a name, and (texts) in no check. */
async function freeColumns(): Promise<Column[]> {
  const tables = [...tenantModels.map(({ table }) => table), 'schools', 'users']
  const { rows } = await (await ownerClient()).query<Column>(
    `select c.table_name as "table", c.column_name as "column", coalesce(c.character_maximum_length, 100000) as most,
            c.data_type = 'jsonb' as json
       from information_schema.columns c
       join pg_attribute a on a.attrelid = c.table_name::regclass and a.attname = c.column_name
      where c.table_schema = 'public' and c.table_name = any($1) and c.is_generated = 'NEVER'
        and (c.data_type = 'jsonb' or c.data_type in ('text', 'character varying') and coalesce(c.character_maximum_length, 99) >= 30)
        and not exists (select 1 from pg_constraint k where k.conrelid = a.attrelid and a.attnum = any(k.conkey)
                           and (k.contype in ('p', 'f') or k.contype = 'c' and c.data_type <> 'jsonb'))
        and not exists (select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)
                           and c.column_name <> 'name')`,
    [tables],
  )
  return rows.filter(({ table, column }) => !coded.test(column) && !coded.test(`${table}.${column}`))
}

const ofSchool: Record<string, string> = {
  schools: 'id = $1',
  users: `id in (select user_id from school_memberships where school_id = $1)
          and id not in (select user_id from school_memberships where school_id <> $1)`,
}

/** Writes a random marker of the school into every free text and object of its rows, `first` at the beginning of it. */
export async function markSchool(school: WholeSchool, first = ''): Promise<Marked> {
  const client = await ownerClient()
  const marker = first + newMarker()
  const columns = await freeColumns()
  for (const table of new Set(columns.map((one) => one.table))) {
    const values = columns
      .filter((one) => one.table === table)
      .map(({ column, most, json }) =>
        json
          ? `"${column}" = case when jsonb_typeof("${column}") = 'object' then "${column}" || jsonb_build_object('mark', $2::text) else "${column}" end`
          : `"${column}" = left($2 || coalesce(case when "${column}" like '%@%' then '.' else ' ' end || "${column}", ''), ${most})`,
      )
    await client.query(`update ${table} set ${values.join(', ')} where ${ofSchool[table] ?? 'school_id = $1'}`, [
      school.id,
      marker,
    ])
  }
  const people = Object.values(school.members)
  return {
    id: school.id,
    marker,
    rows: new Set([school.id, ...Object.values(await rowIds(school.id)).flat(), ...people.map(({ userId }) => userId)]),
    words: [school.slug, ...people.map(({ email }) => email)],
  }
}
