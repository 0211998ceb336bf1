import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { zipSync } from 'fflate'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { exportSchool } from '@/lib/domain/schools/removal/commands'
import { restoreSchool } from '@/lib/domain/schools/removal/import'
import { type Manifest, packSchool } from '@/lib/domain/schools/removal/steps'
import { database } from '@/lib/platform/db/client'
import { deleteObject, objectKeysOf, readObject } from '@/lib/platform/storage'
import { unpack } from '../support/archive'
import { platformContext } from '../support/context'
import { twinSchools, type WholeSchool } from '../support/whole-school'
import { runQueued } from '../support/worker'

const run = promisify(execFile)
const { superuserUrl, ownerUrl, appUrl } = inject('services')
const second = `restored_${process.env.VITEST_POOL_ID ?? '1'}`
const onSecond = (url: string) => Object.assign(new URL(url), { pathname: `/${second}` }).href

let folder: string
let school: WholeSchool
let bytes: Uint8Array
let manifest: Manifest

/** An empty database as the migrations leave it. */
async function emptyDatabase() {
  const client = new Client(superuserUrl)
  await client.connect()
  await client.query(`drop database if exists ${second} with (force)`)
  await client.query(`create database ${second} template athena strategy file_copy owner athena_owner`)
  await client.end()
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'athena-restoring-'))
  ;({ a: school } = await twinSchools())
  await database().prisma.school.update({ where: { id: school.id }, data: { isActive: false } })
  const { exportId } = await exportSchool.run(await platformContext(), { schoolId: school.id })
  expect((await runQueued()).failures).toEqual([])
  const where = { schoolId: school.id, id: exportId }
  const row = await database().prisma.storedFile.findFirstOrThrow({ where })
  bytes = (await readObject(row.objectKey))!
  manifest = JSON.parse(unpack(bytes).get('manifest.json')!.toString())
  await writeFile(path.join(folder, 'school.zip'), bytes)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const archive = async (entries: Map<string, Buffer>) => {
  const file = path.join(folder, 'changed.zip')
  await writeFile(file, zipSync(Object.fromEntries(entries)))
  return file
}

describe('an exported school', () => {
  it('is read back by an empty system, and exported again it is the same to the last byte', async () => {
    await emptyDatabase()
    for await (const key of objectKeysOf(school.id)) await deleteObject(key)
    const env = { ...process.env, DATABASE_URL: onSecond(appUrl), DATABASE_OWNER_URL: onSecond(ownerUrl) }
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', 'scripts/import-school.ts', path.join(folder, 'school.zip')],
      { env },
    )
    expect(stdout).toContain(`files of school ${school.id}`)
    const again = await packSchool(school.id, new Set(), async (_, told) => told, onSecond(ownerUrl))
    expect(Object.keys(again.tables).length).toBeGreaterThan(70)
    expect(again.tables).toEqual(manifest.tables)
    expect(again.files).toEqual(manifest.files)
    // A second time it is there already, and nothing is touched.
    expect(await restoreSchool(path.join(folder, 'school.zip'), onSecond(ownerUrl))).toEqual({
      ok: false,
      why: `the school ${school.slug} is there already`,
    })
  })

  it('is refused when a row, a file or the manifest is not what was exported', async () => {
    await emptyDatabase()
    const entries = unpack(bytes)
    const rows = 'rows/students/00001.ndjson'
    const changed = new Map(entries).set(rows, Buffer.from(`${entries.get(rows)!.toString().replace('Ana', 'Eva')}\n`))
    expect(await restoreSchool(await archive(changed), onSecond(ownerUrl))).toMatchObject({
      why: expect.stringContaining('students'),
    })
    const file = [...entries.keys()].find((name) => name.startsWith('files/'))!
    const lacking = new Map(entries)
    lacking.delete(file)
    expect(await restoreSchool(await archive(lacking), onSecond(ownerUrl))).toMatchObject({
      why: expect.stringContaining('missing'),
    })
    const half = path.join(folder, 'half.zip')
    await writeFile(half, bytes.subarray(0, bytes.length / 2))
    expect(await restoreSchool(half, onSecond(ownerUrl))).toMatchObject({ why: expect.stringContaining('not whole') })
    const client = new Client(onSecond(ownerUrl))
    await client.connect()
    expect((await client.query('select count(*)::int as n from schools')).rows).toEqual([{ n: 0 }])
    await client.end()
  })

  it('brings rows for no other school, whatever its archive says', async () => {
    await emptyDatabase()
    const client = new Client(onSecond(ownerUrl))
    await client.connect()
    const other = randomUUID()
    await client.query("insert into schools (id, slug, name, updated_at) values ($1, 'otro', 'Otro', now())", [other])
    const name = 'rows/audit_log/00001.ndjson'
    const entries = unpack(bytes)
    const line = JSON.parse(entries.get(name)!.toString().split('\n')[0]!)
    for (const [part, row] of [
      [name, { ...line, school_id: other, id: randomUUID() }],
      ['rows/schools/00001.ndjson', { ...JSON.parse(entries.get('rows/schools/00001.ndjson')!.toString()), id: other }],
    ] as const) {
      const slipped = Buffer.from(`${entries.get(part)!.toString()}${JSON.stringify(row)}\n`)
      const table = part.split('/')[1]!
      const tables = {
        ...manifest.tables,
        [table]: { rows: 1, sha256: createHash('sha256').update(slipped).digest('hex') },
      }
      const changed = new Map(entries)
        .set(part, slipped)
        .set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, tables })))
      expect(await restoreSchool(await archive(changed), onSecond(ownerUrl))).toMatchObject({
        why: expect.stringContaining('another school'),
      })
    }
    expect((await client.query('select count(*)::int as n from audit_log')).rows).toEqual([{ n: 0 }])
    await client.end()
  })
})
