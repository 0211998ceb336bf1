// npm run bench [-- --seconds 10 --connections 8 --json file]: a production build over the demo data, beside references
// of the same run. Ratios hold between machines; milliseconds do not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { type FirstLoad, firstLoad } from './bench/first-load.ts'
import { type Measured, measure, type Target } from './bench/measure.ts'
import { signIn } from './bench/sign-in.ts'
import { ensureBuild, ensureClient } from './building/build.ts'
import { main, ScriptError, step } from './console.ts'
import { startProgram } from './program/program.ts'
import { withShutdown } from './program/shutdown.ts'
import { startWeb } from './program/web.ts'
import { ensureDemo } from './services/demo.ts'
import { startEmbedded } from './services/embedded.ts'
import { freePort } from './services/free-port.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '8' },
    json: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)

const goals: Record<string, number> = { 'students list': 2, 'student page': 2.5, 'REST list': 0.45 }
const scriptGoal = 185_000

await main(() =>
  withShutdown(async (shutdown) => {
    await ensureClient(shutdown)
    await ensureBuild(shutdown)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'athena-bench-'))
    shutdown.add(() => rmSync(dataDir, { recursive: true, force: true }))
    const port = await freePort()
    const embedded = await startEmbedded(shutdown, { dataDir, port, production: true })
    const logins = await ensureDemo(shutdown, dataDir, embedded.env)
    const env = { ...embedded.env, RATE_LIMITS: 'off', BENCH: 'on', LOG_LEVEL: 'info' }
    const web = await step('Web server', () =>
      startWeb(shutdown, 'start', port, { env, log: path.join(dataDir, 'web.log') }),
    )

    const reader = logins.find(({ role }) => role === 'secretary')
    if (!reader) throw new ScriptError('The demo data have no secretary: nobody to measure as.')
    const { schoolId, slug, studentId, enrollmentId } = await sample(embedded.target.ownerUrl, reader.email)
    const url = `http://localhost:${port}`
    const headers = { cookie: await signIn(url, reader.email, reader.password), 'x-school-id': schoolId }

    const reference = async (kind: string): Promise<Target> => {
      const at = await freePort()
      const program = startProgram(
        kind,
        ['--import', 'tsx', 'scripts/bench/references.ts', kind, String(at), schoolId],
        {
          env: embedded.env,
          log: path.join(dataDir, `${kind}.log`),
        },
      )
      shutdown.add(program.stop)
      await untilAnswers(`http://127.0.0.1:${at}`)
      return {
        name: kind === 'pg' ? 'bare pg query' : 'static 20 KB',
        url: `http://127.0.0.1:${at}`,
        pid: program.child.pid!,
      }
    }
    const pid = web.child.pid!
    const page = (name: string, where: string): Target => ({ name, url: `${url}${where}`, headers, pid })
    const school = `/${slug}`
    const targets = [
      await reference('static'),
      await reference('pg'),
      page('empty dynamic page', '/empty'),
      page('students list', `${school}/students`),
      page('student page', `${school}/students/${studentId}`),
      page('REST list', '/api/v1/students?limit=50'),
    ]

    const results: Measured[] = []
    for (const target of targets) {
      results.push(await step(target.name, () => measure(target, connections, seconds)))
    }
    const loads = new Map<string, FirstLoad>()
    for (const where of [
      '',
      '/students',
      `/students/${studentId}`,
      `/students/${studentId}/edit`,
      '/enrollments',
      `/enrollments/${enrollmentId}`,
      '/enrollments/new',
      '/review',
      '/settings/years',
    ]) {
      loads.set(where || '/', await firstLoad(`${url}${school}${where}`, headers))
    }
    print(results, loads)
    if (values.json)
      writeFileSync(values.json, `${JSON.stringify({ results, loads: Object.fromEntries(loads) }, null, 2)}\n`)
    return results.some(({ failed }) => failed > 0) ? 1 : 0
  }),
)

type Sample = { schoolId: string; slug: string; studentId: string; enrollmentId: string }

/** The first student of this person's largest school, and an enrollment that waits for papers. */
async function sample(databaseUrl: string, email: string): Promise<Sample> {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<Sample>(
      `select m.school_id as "schoolId", c.slug, (array_agg(s.id order by s.full_name))[1] as "studentId",
              (select e.id from enrollments e where e.school_id = m.school_id and e.status = 'pending_documents'
                limit 1) as "enrollmentId"
         from users u join school_memberships m on m.user_id = u.id join schools c on c.id = m.school_id
         join students s on s.school_id = m.school_id
        where u.email = $1 group by m.school_id, c.slug order by count(*) desc limit 1`,
      [email],
    )
    if (!rows[0]) throw new ScriptError('The demo school has no students.')
    return rows[0]
  } finally {
    await client.end()
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(url).catch(() => undefined))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new ScriptError(`The reference at ${url} does not answer.`)
}

function print(results: Measured[], loads: ReadonlyMap<string, FirstLoad>): void {
  const empty = results.find(({ name }) => name === 'empty dynamic page')?.cpuMs ?? Number.NaN
  console.log(
    `\n| ${connections} connections, ${seconds} s each | req/s | p50 ms | p97.5 ms | CPU ms | × empty page | goal | bytes | failed |`,
  )
  console.log('|-|-|-|-|-|-|-|-|-|')
  for (const { name, requestsPerSecond, p50, p975, cpuMs, bytes, failed } of results) {
    const goal = goals[name] ? `≤ ${goals[name]}` : ''
    console.log(
      `| ${name} | ${requestsPerSecond} | ${p50} | ${p975} | ${cpuMs.toFixed(2)} | ${(cpuMs / empty).toFixed(2)} | ${goal} | ${bytes} | ${failed} |`,
    )
  }
  for (const [name, { script, html }] of loads) {
    const verdict = script <= scriptGoal ? 'within' : 'above'
    console.log(
      `${name}: first load ${(script / 1000).toFixed(1)} kB of script (${verdict} ${scriptGoal / 1000}), HTML ${(html / 1000).toFixed(1)} kB, compressed`,
    )
  }
}
