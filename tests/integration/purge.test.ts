import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { cancelPurge, exportSchool, fetchExport, purgeSchool } from '@/lib/domain/schools/removal/commands'
import { exportSchoolJob, purgeSchoolJob } from '@/lib/domain/schools/removal/jobs'
import { exportOwnSchool } from '@/lib/domain/schools/removal/own/commands'
import { listExports, listPurges } from '@/lib/domain/schools/removal/queries'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { removeWholeSchool, schoolTables } from '@/lib/platform/db/whole-school'
import { objectKeysOf, readObject } from '@/lib/platform/storage'
import { unpack } from '../support/archive'
import { contextFor, platformContext } from '../support/context'
import { tenantModels } from '../support/models'
import { refusal } from '../support/refusal'
import { fingerprint, ownerClient, rowIds } from '../support/rows'
import { twinSchools, type WholeSchool } from '../support/whole-school'
import { runQueued } from '../support/worker'

let platform: PlatformContext
beforeAll(async () => {
  platform = await platformContext()
})

const keysOf = async (schoolId: string) => Array.fromAsync(objectKeysOf(schoolId))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function setActive(school: WholeSchool, isActive: boolean) {
  const { version } = await database().prisma.school.findFirstOrThrow({ where: { id: school.id } })
  await setSchoolActive.run(platform, { schoolId: school.id, version, isActive })
}

async function exported(school: WholeSchool) {
  const { exportId } = await exportSchool.run(platform, { schoolId: school.id })
  expect((await runQueued()).failures).toEqual([])
  return exportId
}

const plan = (school: WholeSchool, over = {}) =>
  purgeSchool.run(platform, { schoolId: school.id, slug: school.slug, reason: 'Se fue', waitHours: 1, ...over })

/** Hashes of the school's rows; its people apart, for who was in both schools is now in this one alone. */
async function rowsOf(school: WholeSchool) {
  const { users, user_credentials, ...rows } = await fingerprint(school.id)
  return rows
}

const peopleOf = (school: WholeSchool) =>
  database().prisma.user.findMany({
    where: { memberships: { some: { schoolId: school.id } } },
    include: { credential: true },
    orderBy: { id: 'asc' },
  })

/** The waiting time is over. */
const letTimePass = (purgeId: string) =>
  database().prisma.schoolPurge.update({ where: { id: purgeId }, data: { runAfter: new Date(Date.now() - 1000) } })

describe('the archive of a school', () => {
  it('holds every row and every file, and nothing of another school', async () => {
    const { a, b } = await twinSchools()
    await setActive(a, false)
    const exportId = await exported(a)
    const row = await database().prisma.storedFile.findFirstOrThrow({ where: { schoolId: a.id, id: exportId } })
    expect(row).toMatchObject({ status: 'ready', purpose: 'export' })
    const bytes = (await readObject(row.objectKey))!
    expect([Number(row.size), row.sha256]).toEqual([bytes.length, sha256(bytes)])

    const entries = unpack(bytes)
    const manifest = JSON.parse(entries.get('manifest.json')!.toString())
    const client = await ownerClient()
    expect(Object.keys(manifest.tables).sort()).toEqual([...schoolTables, 'schools', 'users'].sort())
    for (const [table, { rows, sha256: hash }] of Object.entries<{ rows: number; sha256: string }>(manifest.tables)) {
      const parts = [...entries].filter(([name]) => name.startsWith(`rows/${table}/`)).map(([, part]) => part)
      const lines = Buffer.concat(parts).toString().trimEnd().split('\n')
      expect([table, lines.length, sha256(Buffer.concat(parts))]).toEqual([table, rows, hash])
      if (table === 'users') {
        const ids = lines.map((line) => JSON.parse(line).id).sort()
        // Its people, and who did something in it.
        expect(ids).toEqual(expect.arrayContaining((await peopleOf(a)).map(({ id }) => id)))
        expect(Object.keys(JSON.parse(lines[0]!)).sort()).toEqual(['email', 'full_name', 'id', 'locale'])
        continue
      }
      const column = table === 'schools' ? 'id' : 'school_id'
      const finished = table === 'stored_files' ? " and purpose <> 'export'" : ''
      const stored = await client.query(
        `select to_jsonb(t)::text as row from ${table} t where ${column} = $1${finished}`,
        [a.id],
      )
      expect(lines.sort()).toEqual(stored.rows.map(({ row }) => row).sort())
    }
    const files = (await keysOf(a.id)).filter((key) => key !== row.objectKey)
    expect(files.length).toBeGreaterThan(1)
    expect(manifest.files.map(({ key }: { key: string }) => key).sort()).toEqual(files.sort())
    for (const key of files)
      expect(entries.get(`files/${key.slice(37)}`)).toEqual(Buffer.from((await readObject(key))!))

    const text = [...entries.values()].map((part) => part.toString('latin1')).join('\n')
    for (const id of [...Object.values(await rowIds(b.id)).flat(), b.slug]) expect(text).not.toContain(id)
    const { url, fileName } = await fetchExport.run(platform, { schoolId: a.id, exportId })
    expect(fileName).toMatch(new RegExp(`^${a.slug}-\\d{4}-\\d\\d-\\d\\d\\.zip$`))
    expect(sha256(new Uint8Array(await (await fetch(url)).arrayBuffer()))).toBe(row.sha256)
    await setActive(b, false)
    await expect(fetchExport.run(platform, { schoolId: b.id, exportId })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a school is removed', () => {
  it('only closed, after an export made since, and by its typed address', async () => {
    const { a } = await twinSchools()
    await exportOwnSchool.run(await contextFor(a, 'rector'), {})
    await runQueued()
    expect((await refusal(plan(a))).details.reason).toBe('schools.refusal.stillOpen')
    await setActive(a, false)
    expect((await refusal(plan(a))).details.reason).toBe('schools.refusal.noExport')
    await exportSchool.run(platform, { schoolId: a.id })
    expect((await refusal(plan(a))).details.reason).toBe('schools.refusal.noExport')
    await runQueued()
    expect((await listExports.run(platform, { schoolId: a.id })).items.map(({ isFinal }) => isFinal)).toEqual([
      true,
      false,
    ])
    expect((await refusal(plan(a, { slug: 'otro' }))).details).toMatchObject({ field: 'slug' })
    expect((await refusal(plan(a, { waitHours: 0 }))).code).toBe('invalid')
    await plan(a)
    expect((await refusal(plan(a))).details.reason).toBe('schools.refusal.purgePlanned')
    // Opened and closed again: somebody may have written since.
    await setActive(a, true)
    await setActive(a, false)
    expect((await refusal(plan(a))).details.reason).toBe('schools.refusal.noExport')
  })

  it('not before its time, nor when it was called off or opened again', async () => {
    const { a } = await twinSchools()
    await setActive(a, false)
    await exported(a)
    const before = await fingerprint(a.id)
    const { purgeId } = await plan(a)
    await purgeSchoolJob.run({ purgeId })
    await cancelPurge.run(platform, { purgeId })
    await letTimePass(purgeId)
    await purgeSchoolJob.run({ purgeId })
    expect(await fingerprint(a.id)).toEqual(before)
    expect((await refusal(cancelPurge.run(platform, { purgeId }))).details.reason).toBe('schools.refusal.purgeRuns')

    const second = await plan(a)
    await setActive(a, true)
    await letTimePass(second.purgeId)
    await purgeSchoolJob.run({ purgeId: second.purgeId })
    const { items } = await listPurges.run(platform, {})
    expect(items.find(({ id }) => id === second.purgeId)?.status).toBe('cancelled')
    expect(await database().prisma.student.count({ where: { schoolId: a.id } })).toBe(1)
  })

  it('not when it was opened and closed again meanwhile: somebody may have written since', async () => {
    const { a } = await twinSchools()
    await setActive(a, false)
    await exported(a)
    const { purgeId } = await plan(a)
    await setActive(a, true)
    await setActive(a, false)
    await letTimePass(purgeId)
    await purgeSchoolJob.run({ purgeId })
    expect(await database().prisma.student.count({ where: { schoolId: a.id } })).toBe(1)
  })

  it('and is not opened while that is under way, nor removed where it was', async () => {
    const { a } = await twinSchools()
    await setActive(a, false)
    await exported(a)
    const { purgeId } = await plan(a)
    await database().prisma.schoolPurge.update({ where: { id: purgeId }, data: { status: 'running' } })
    expect((await refusal(setActive(a, true))).details.reason).toBe('schools.refusal.purgeRuns')
    await database().prisma.school.update({ where: { id: a.id }, data: { isActive: true } })
    await expect(removeWholeSchool(a.id)).rejects.toThrow('open')
    expect(await database().prisma.student.count({ where: { schoolId: a.id } })).toBe(1)
  })

  it('and an archive that was being written then is not left behind', async () => {
    const { a } = await twinSchools()
    await setActive(a, false)
    const { exportId } = await exportSchool.run(platform, { schoolId: a.id })
    const gone = database().prisma.storedFile.deleteMany({ where: { schoolId: a.id, id: exportId } })
    const [own] = await Promise.all([
      exportSchoolJob.run({ schoolId: a.id, exportId }),
      new Promise((resolve) => setTimeout(resolve, 40)).then(() => gone),
    ])
    expect(own).toBeUndefined()
    const files = await database().prisma.storedFile.findMany({ where: { schoolId: a.id, purpose: 'export' } })
    expect(files).toEqual([])
    const archives = (await keysOf(a.id)).map(async (key) =>
      Buffer.from((await readObject(key))!).toString('latin1', 0, 4),
    )
    expect(await Promise.all(archives)).not.toContain('PK\x03\x04')
  })

  it('with everything in every table and in the store, and nothing of others', async () => {
    const { a, b } = await twinSchools()
    await setActive(a, false)
    await exported(a)
    const theirs = { rows: await rowsOf(b), people: await peopleOf(b), objects: await keysOf(b.id) }
    const contents = await Promise.all(theirs.objects.map(async (key) => sha256((await readObject(key))!)))
    const own = Object.values(a.members).map(({ userId }) => userId)
    expect((await keysOf(a.id)).length).toBeGreaterThan(2)

    const { purgeId } = await plan(a)
    await letTimePass(purgeId)
    await purgeSchoolJob.run({ purgeId })

    const client = await ownerClient()
    for (const { table } of tenantModels) {
      const { rows } = await client.query(`select count(*)::int as n from ${table} where school_id = $1`, [a.id])
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
    const { prisma } = database()
    expect(await prisma.school.count({ where: { id: a.id } })).toBe(0)
    expect(await prisma.user.count({ where: { id: { in: own } } })).toBe(0)
    expect(await keysOf(a.id)).toEqual([])

    expect(await rowsOf(b)).toEqual(theirs.rows)
    expect(await peopleOf(b)).toEqual(theirs.people)
    expect(await keysOf(b.id)).toEqual(theirs.objects)
    expect(await Promise.all(theirs.objects.map(async (key) => sha256((await readObject(key))!)))).toEqual(contents)
    expect(await prisma.user.count({ where: { id: b.sharedUserId! } })).toBe(1)

    const line = (await listPurges.run(platform, { status: 'done' })).items.find(({ id }) => id === purgeId)
    expect(line).toMatchObject({
      slug: a.slug,
      name: a.name,
      reason: 'Se fue',
      report: { students: 1, users: own.length },
    })
    expect(line!.report.objects).toBeGreaterThan(2)
    const audit = await prisma.platformAudit.findMany({ where: { entityId: a.id }, orderBy: { at: 'asc' } })
    expect(audit.map(({ action }) => action)).toEqual(['school.deactivate', 'school.export', 'school.purge'])
  })

  it('also when the worker was cut off between the rows and the store', async () => {
    const { a } = await twinSchools()
    await setActive(a, false)
    await exported(a)
    const { purgeId } = await plan(a)
    await database().prisma.schoolPurge.update({ where: { id: purgeId }, data: { status: 'running' } })
    await removeWholeSchool(a.id)
    expect((await keysOf(a.id)).length).toBeGreaterThan(2)
    await purgeSchoolJob.run({ purgeId })
    expect(await keysOf(a.id)).toEqual([])
    expect((await database().prisma.schoolPurge.findFirstOrThrow({ where: { id: purgeId } })).status).toBe('done')
    await purgeSchoolJob.run({ purgeId })
  })
})
