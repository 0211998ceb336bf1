// npm run bench: a production build over the demo, every page and REST read of it, beside references of the same run.
// Ratios hold between machines; milliseconds do not.
//   --data folder --school slug   over a folder of bench:data, as the people of one of its schools
//   --only text                   what has it in its address · --seconds 3 · --connections 1,8,32 · --workers 2
//   --json file --compare file    write the report; show what changed since an earlier one
//   --rival                       the pages that were measured of another system, beside its figures
//   --office                      only what an office does once a year: import, roll-over, export; and the search box
//   --morning 200                 only so many requests a second for a minute, mixed as in an office
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { firstLoad } from './bench/first-load.ts'
import { fromInside } from './bench/inside.ts'
import { measure, memoryOf, type Target } from './bench/measure.ts'
import { morning } from './bench/morning.ts'
import { officeYear } from './bench/office.ts'
import { explain, explainSettings } from './bench/plans.ts'
import { compare, reference as empty, type Line, print, type Report } from './bench/report.ts'
import { besideRival } from './bench/rival.ts'
import { signIn, visit } from './bench/sign-in.ts'
import { type Caller, exampleValues, findTargets } from './bench/targets.ts'
import { schoolYear } from './bench/year.ts'
import { ensureBuild, ensureClient } from './building/build.ts'
import { main, ScriptError, step } from './console.ts'
import { claimDataFolder } from './program/data-folder.ts'
import { type Program, type ProgramOptions, startProgram } from './program/program.ts'
import { type Shutdown, withShutdown } from './program/shutdown.ts'
import { startWeb, startWorkerProgram } from './program/web.ts'
import { ensureDemo } from './services/demo.ts'
import { startEmbedded } from './services/embedded.ts'
import { freePort } from './services/free-port.ts'
import { inDatabase } from './services/postgres/roles.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    school: { type: 'string', default: 'la-quebrada' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,8,32' },
    json: { type: 'string' },
    compare: { type: 'string' },
    morning: { type: 'string' },
    rival: { type: 'boolean', default: false },
    office: { type: 'boolean', default: false },
    workers: { type: 'string', default: '1' },
  },
})
const seconds = Number(values.seconds)
const connections = values.connections.split(',').map(Number)

await main(() =>
  withShutdown(async (shutdown) => {
    await ensureClient(shutdown)
    await ensureBuild(shutdown)
    const dataDir = values.data ?? mkdtempSync(path.join(tmpdir(), 'athena-bench-'))
    if (values.data) shutdown.add(claimDataFolder(dataDir))
    else shutdown.add(() => rmSync(dataDir, { recursive: true, force: true }))
    const port = await freePort()
    const embedded = await startEmbedded(shutdown, {
      dataDir,
      port,
      production: true,
      postgresSettings: explainSettings,
    })
    if (!embedded.postgres)
      throw new ScriptError('bench looks into the plans of an embedded database; leave DATABASE_URL out.')
    const { superuserUrl } = embedded.postgres
    const logins = await ensureDemo(shutdown, dataDir, embedded)
    const env = { ...embedded.env, RATE_LIMITS: 'off', BENCH: 'on', LOG_LEVEL: 'info' }
    const web = await step('Web server', () => startServer(shutdown, port, { env, log: path.join(dataDir, 'web.log') }))
    const pid = web.child.pid!
    const url = `http://localhost:${port}`
    const superadmin = logins.find(({ role }) => role === 'superadmin')
    if (!superadmin) throw new ScriptError('The data have no demo: nobody to measure as.')
    const { schoolId, schools, students, people } = await place(
      inDatabase(superuserUrl, embedded.target.ownerUrl),
      values.school,
    )
    // The secretary first, then who may do more; pages of nobody last.
    const callers: Caller[] = []
    for (const { role, email } of [...people.filter(({ role }) => role !== 'teacher'), superadmin]) {
      const headers = { cookie: await signIn(url, email, superadmin.password), 'x-school-id': schoolId }
      if (email === superadmin.email) await visit(url, schoolId, headers.cookie)
      callers.push({ who: role, headers })
    }
    callers.push({ who: 'nobody', headers: {} })
    if (values.morning) {
      const place = { url, pid, slug: values.school, schoolId, databaseUrl: embedded.target.ownerUrl }
      const { asked, answered, p50, p95, failed, memory } = await step('A morning', () =>
        morning({ ...place, headers: callers[0]?.headers ?? {} }, Number(values.morning), 60),
      )
      console.log(
        `${schools} schools, ${students} students, ${values.workers} web servers: ${answered} of ${asked} requests in 60 s, ` +
          `p50 ${p50} ms, p95 ${p95} ms, ${failed} failed; largest process ${memory.map(Math.round).join(' MB, then ')} MB`,
      )
      return failed > 0 ? 1 : 0
    }
    if (values.office) {
      startWorkerProgram(shutdown, { env, log: path.join(dataDir, 'worker.log') })
      // What writes has to come from one of our own pages.
      const headers = { ...callers.find(({ who }) => who === 'rector')?.headers, origin: url }
      const owner = inDatabase(superuserUrl, embedded.target.ownerUrl)
      const times = await step('An office', () =>
        officeYear({ url, slug: values.school, schoolId, databaseUrl: owner, headers }),
      )
      console.log(`${schools} schools, ${students} students\n| work | time | aim | |\n|-|-|-|-|`)
      for (const { work, took, aim, about } of times) console.log(`| ${work} | ${took} | ${aim} | ${about} |`)
      return 0
    }
    if (values.rival) {
      const teacher = {
        email: people.find(({ role }) => role === 'teacher')?.email ?? '',
        password: superadmin.password,
      }
      const headers = { cookie: await signIn(url, teacher.email, teacher.password) }
      const examples = await exampleValues(embedded.target.ownerUrl, schoolId)
      const lines = await besideRival({
        ...{ url, pid, schoolId, seconds, grade: '6', slug: values.school, studentId: examples.get('studentId') ?? '' },
        office: callers[0]?.headers ?? {},
        teacher: { ...teacher, headers },
      })
      console.log(`${schools} schools, ${students} students, ${values.workers} web servers, 8 connections`)
      console.log('| | req/s | CPU ms | p50/p95 ms | bytes | the other | times |\n|-|-|-|-|-|-|-|')
      for (const { line, rival } of lines)
        for (const { requestsPerSecond, cpuMs, p50, p95 } of line.levels)
          console.log(
            `| ${line.name} | ${requestsPerSecond} | ${cpuMs.toFixed(1)} | ${p50}/${p95} | ${line.bytes} | ${rival} | ${(requestsPerSecond / rival).toFixed(2)} |`,
          )
      return 0
    }
    const { targets, left } = await findTargets(
      url,
      pid,
      callers,
      await exampleValues(embedded.target.ownerUrl, schoolId),
    )

    const beside = async (kind: 'static' | 'pg'): Promise<Target> => {
      const at = await freePort()
      const args = ['--import', 'tsx', 'scripts/bench/references.ts', kind, String(at), schoolId]
      const program = startProgram(kind, args, { env: embedded.env, log: path.join(dataDir, `${kind}.log`) })
      shutdown.add(program.stop)
      await untilAnswers(`http://127.0.0.1:${at}`)
      const name = kind === 'pg' ? 'bare pg query' : 'static 20 KB'
      return { name, url: `http://127.0.0.1:${at}`, pid: program.child.pid! }
    }
    const inside = async (target: Target): Promise<Target> => ({
      ...target,
      ...(await fromInside(values.school, target.url, target.headers ?? {})),
    })
    const wanted = targets.filter(({ name }) => !values.only || name.includes(values.only))
    const references = [await beside('static'), await beside('pg'), { name: empty, url: `${url}/empty`, pid }]
    const lines: Line[] = []
    for (const target of references) lines.push(await step(target.name, () => measure(target, connections, seconds)))
    for (const target of wanted) {
      const ask = () => fetch(target.url, { headers: target.headers ?? {} }).then((answer) => answer.arrayBuffer())
      const statements = await explain(superuserUrl, path.join(dataDir, 'postgres.log'), ask)
      const measured = await step(target.name, () => measure(target, connections, seconds))
      const page = !target.name.startsWith('/api/') && !target.name.endsWith('/search')
      lines.push({
        ...measured,
        statements,
        ...(page ? { load: await firstLoad(target.url, target.headers ?? {}) } : {}),
        ...(page && target.name.startsWith('/[school]')
          ? { inside: await measure(await inside(target), [8], seconds) }
          : {}),
      })
    }
    const rector = callers.find(({ who }) => who === 'rector')?.headers ?? {}
    if (!values.only || 'school year'.includes(values.only)) {
      // What writes has to come from one of our own pages.
      const place = { url, pid, slug: values.school, schoolId, seconds, headers: { ...rector, origin: url } }
      const owner = inDatabase(superuserUrl, embedded.target.ownerUrl)
      const year = await step('A school year', () => schoolYear({ ...place, databaseUrl: owner }))
      lines.push(...year.lines)
      console.log(`Marks of a group of 40 × 12, from nothing: ${year.recompute.map(Math.round).join(', ')} ms`)
    }
    const data = `${schools} schools, ${students} students`
    const report: Report = { data, seconds, memory: memoryOf(pid), lines }
    print(report)
    for (const line of left) console.log(`Not measured: ${line}`)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
    if (values.compare) compare(report, values.compare)
    return lines.some(({ levels }) => levels.some(({ failed }) => failed > 0)) ? 1 : 0
  }),
)

/** The program as `npm run serve` runs it, in as many processes as asked for. */
async function startServer(shutdown: Shutdown, port: number, options: ProgramOptions): Promise<Program> {
  if (values.workers === '1') return startWeb(shutdown, 'start', port, options)
  const args = ['--import', 'tsx', 'scripts/serve.ts', '--workers', values.workers]
  const web = startProgram('web servers', args, { ...options, env: { ...options.env, PORT: String(port) } })
  shutdown.add(web.stop)
  await untilAnswers(`http://127.0.0.1:${port}/api/health/ready`)
  return web
}

/** A school, its people for each role, and how large everything is; with statistics as a database has them after its first hour. */
async function place(databaseUrl: string, slug: string) {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ schoolId: string; schools: number; students: number }>(
      `select id as "schoolId", (select count(*)::int from schools) as schools, (select count(*)::int from students) as students
         from schools where slug = $1`,
      [slug],
    )
    if (!rows[0]) throw new ScriptError(`There is no school "${slug}" in the data.`)
    const { rows: people } = await client.query<{ role: string; email: string }>(
      `select distinct on (role) role, u.email from unnest(array['secretary', 'rector', 'teacher']) with ordinality as r(role, n)
         join school_memberships m on m.school_id = $1 and m.roles = jsonb_build_array(role) join users u on u.id = m.user_id
        order by role desc, u.email`,
      [rows[0].schoolId],
    )
    return { ...rows[0], people }
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
