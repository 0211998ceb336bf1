// npm run bench:data -- --schools 50 --students 2000 [--into folder]: a data folder for `npm run bench -- --data folder`,
// with the demo and as many schools more, each of its own people, families, enrollments in every state, papers and a year
// of structure. Files are named, not stored.
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { copySchool } from './bench/data/copies.ts'
import { ensureClient } from './building/build.ts'
import { main, ScriptError, step } from './console.ts'
import { claimDataFolder } from './program/data-folder.ts'
import { withShutdown } from './program/shutdown.ts'
import { ensureDemo } from './services/demo.ts'
import { startEmbedded } from './services/embedded.ts'
import { inDatabase } from './services/postgres/roles.ts'

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '50' },
    students: { type: 'string', default: '2000' },
    into: { type: 'string' },
    lived: { type: 'boolean', default: false },
  },
})
const schools = Number(values.schools)
const students = Number(values.students)
const folder = values.into ?? `.data/bench-${schools}x${students}`
const atOnce = Math.max(1, Math.floor(50_000 / students))

/** Everything on it can be made again: nothing waits for the disk. */
const hurried = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  shared_buffers: '1GB',
  maintenance_work_mem: '512MB',
  gin_pending_list_limit: '64MB',
  autovacuum: 'off',
}

await main(() =>
  withShutdown(async (shutdown) => {
    if (!(schools > 0 && students > 0 && schools < 16_000_000))
      throw new ScriptError('--schools and --students: how many.')
    rmSync(folder, { recursive: true, force: true })
    shutdown.add(claimDataFolder(folder))
    await ensureClient(shutdown)
    const embedded = await startEmbedded(shutdown, {
      dataDir: folder,
      port: 0,
      production: true,
      postgresSettings: hurried,
    })
    if (!embedded.postgres) throw new ScriptError('bench:data fills an embedded database only; leave DATABASE_URL out.')
    await ensureDemo(shutdown, folder, embedded)
    const began = Date.now()
    const template = await step(`A school of ${students} students`, () => makeTemplate(embedded.env))
    const client = new Client(inDatabase(embedded.postgres.superuserUrl, embedded.target.ownerUrl))
    client.on('error', () => {})
    await client.connect()
    shutdown.add(() => client.end().catch(() => {}))
    for (let first = 1; first < schools; first += atOnce) {
      const count = Math.min(atOnce, schools - first)
      await step(`Schools ${first + 1} to ${first + count}`, () =>
        copySchool(client, { ...template, first, count, lived: values.lived }),
      )
    }
    const seconds = (Date.now() - began) / 1000
    await step('Statistics', () => client.query('vacuum analyze'))
    const { rows } = await client.query<{ students: number; bytes: string }>(
      `select count(*)::int as students, pg_size_pretty(pg_database_size(current_database())) as bytes from students`,
    )
    const made = schools * students
    console.log(
      `\n${folder}: ${schools} schools more, ${rows[0]?.students} students in all, ${rows[0]?.bytes}; ` +
        `${made} students in ${seconds.toFixed(0)} s, ${Math.round((made / seconds) * 60)} a minute.`,
    )
    return 0
  }),
)

/** One school out of the demo's factories; the others are its copies. */
async function makeTemplate(env: NodeJS.ProcessEnv): Promise<{ template: string; slug: string }> {
  Object.assign(process.env, env)
  const [{ seedSchool }, { demoSchools }, { hashPassword }, { closeDatabase }, { demoPassword }] = await Promise.all([
    import('@/prisma/seed/school'),
    import('@/prisma/seed/schools'),
    import('@/lib/platform/password'),
    import('@/lib/platform/db/client'),
    import('@/prisma/seed'),
  ])
  const [example] = demoSchools
  if (!example) throw new ScriptError('The demo has no school to take after.')
  const slug = 'colegio'
  const { id } = await seedSchool(
    {
      ...example,
      seed: 20_261_121,
      slug,
      name: 'Colegio de Prueba',
      nit: '900000000-5',
      students,
      teachers: Math.ceil(students / 25),
    },
    new Date(),
    await hashPassword(demoPassword),
  )
  await closeDatabase()
  return { template: id, slug }
}
