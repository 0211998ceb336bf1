import { expect, it } from 'vitest'
import type { ServedRoute } from '@/lib/platform/openapi'
import { roles } from '@/lib/platform/permissions'
import { allowed } from '@/scripts/permissions/who-may'
import { ownerClient } from '@/tests/support/rows'
import { inputFor } from '@/tests/support/sample-inputs'
import { startSmtp } from '@/tests/support/smtp'
import { byRoute } from './asking'
import type { Marked } from './mark'
import type { Witness } from './witness'
import type { World } from './world'

const rank = ({ verb, endpoint: { operation } }: ServedRoute): number =>
  operation.kind === 'query' ? 0 : verb === 'DELETE' ? 2 : 1

/** Lets both schools work, so that mails, jobs, files and answers are written; all of it is taken down. */
export function harvest(routes: ServedRoute[], world: () => World): void {
  const ofSchools = routes
    .filter(({ endpoint }) => endpoint.operation.scope === 'school')
    .sort((one, other) => rank(one) - rank(other))

  it('shows each school its own files', async () => {
    const { wire, own, theirs, people, theirPeople, witness } = world()
    for (const [school, { rector }] of [
      [own, people],
      [theirs, theirPeople],
    ] as const) {
      const path = `/${school.slug}/review/files/${school.records.documentId}?file=${school.records.fileId}`
      const address = (await wire.call(rector, path)).headers.get('location')!
      const bytes = Buffer.from(await (await fetch(address)).arrayBuffer())
      expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
      witness.take('pdf', path, { id: school.id }, bytes)
    }
  })

  it('works in both schools, for everybody who may', async () => {
    // The matrix asked for files of the other school's year, and the history repeats what was asked.
    await (await ownerClient()).query(`delete from audit_log where action like '%.export'`)
    const { wire, own, theirs, people, theirPeople, operations } = world()
    for (const [school, staff] of [
      [own, people],
      [theirs, theirPeople],
    ] as const)
      for (const route of ofSchools) {
        const operation = operations.get(route.endpoint.operation.name)!
        const family = route.endpoint.info.audience === 'family'
        const readers =
          operation.kind === 'query' ? roles.filter((role) => allowed(operation, role)) : (['rector'] as const)
        for (const who of family ? (['family'] as const) : readers) {
          const said = await byRoute(wire, route)(staff[who], school, inputFor(operation, school.records, ''))
          const about = `${operation.name} by ${who}: ${said.answer.text.slice(0, 300)}`
          expect(said.answer.status, about).toBeLessThan(500)
          expect(['forbidden', 'invalid'], about).not.toContain(said.code)
        }
      }
  }, 120_000)

  it('runs what was queued in a worker, and hands its mails to an SMTP server', async () => {
    const { witness, marked, server } = world()
    // What was sent keeps no text.
    await takeRows(world(), ['outbox_mails'])
    const smtp = await startSmtp()
    const worker = server.startWorker({ SMTP_URL: smtp.url })
    await expect.poll(waiting, { timeout: 120_000, interval: 250 }).toBe(0)
    await worker.stop()
    await smtp.stop()
    for (const mail of smtp.mails) {
      const id = /<(.+)@/.exec(mail.messageId ?? '')?.[1]
      const text = 'select school_id as "schoolId" from outbox_mails where id = $1'
      const { rows } = await (await ownerClient()).query<{ schoolId: string }>(text, [id])
      witness.take('mail', mail.subject ?? '', rows[0] ? { id: rows[0].schoolId } : null, JSON.stringify(mail))
    }
    takeLog(worker.log(), 'worker', witness, marked)
  }, 180_000)

  it('takes down the mails, the jobs and their messages, and the log', async () => {
    const { witness, marked, server } = world()
    const client = await ownerClient()
    await takeRows(world(), ['outbox_mails', 'jobs', 'job_items', 'audit_log'])
    for (const { id } of marked) {
      const { rows } = await client.query<{ id: string; text: string }>(
        `select id, concat(data::text, output::text) as text from pgboss.job where data->>'schoolId' = $1`,
        [id],
      )
      for (const row of rows) witness.take('message', row.id, { id }, row.text)
    }
    takeLog(server.log(), 'log', witness, marked)
  })
}

/** Messages that a worker would take now. */
async function waiting(): Promise<number> {
  const { rows } = await (await ownerClient()).query<{ count: number }>(
    `select count(*)::int as count from pgboss.job
      where name in ('jobs', 'mail', 'platform') and state in ('created', 'active') and start_after <= now()`,
  )
  return rows[0]!.count
}

async function takeRows({ witness, marked }: World, tables: readonly string[]): Promise<void> {
  const client = await ownerClient()
  for (const { id } of marked)
    for (const table of tables) {
      const { rows } = await client.query<{ id: string; text: string }>(
        `select id, to_jsonb(t)::text as text from ${table} t where school_id = $1`,
        [id],
      )
      for (const row of rows) witness.take(table, row.text.slice(0, 500), { id }, row.text)
    }
}

function takeLog(text: string, kind: string, witness: Witness, marked: readonly Marked[]): void {
  for (const line of text.split('\n')) {
    const of = /"school":"([\w-]{36})"/.exec(line)?.[1]
    if (of) witness.take(kind, line.slice(0, 400), { id: of }, line)
    // Names never reach the log, not even the own school's.
    for (const { marker } of marked) expect(line).not.toContain(marker)
  }
}
