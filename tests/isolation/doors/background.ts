import { randomUUID } from 'node:crypto'
import { globSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { registeredJobs } from '@/lib/platform/job'
import { deliverMail } from '@/lib/platform/mail'
import { registeredPlatformJobs, runPlatformJob } from '@/lib/platform/platform-job'
import { queues } from '@/lib/platform/queues'
import { objectSize } from '@/lib/platform/storage'
import { runJob } from '@/lib/platform/worker'
import { newId } from '@/tests/support/ids'
import { fingerprint, ownerClient } from '@/tests/support/rows'
import { everything, type Named, type World } from './world'

for (const file of globSync('lib/domain/**/jobs.ts').sort()) await import(path.resolve(file))

/** Work in a school: an input with that school's records, and whether it runs commands with the asker's rights. */
const jobs: Record<string, { input: (records: Named['records']) => object; asks: boolean }> = {
  'closing.computeMarks': { input: ({ periodId }) => ({ periodId }), asks: true },
  'family.remind': { input: ({ guardianId }) => ({ families: [{ guardianId, name: 'Alguien' }] }), asks: true },
  'imports.read': { input: ({ readingImportId }) => ({ importId: readingImportId }), asks: true },
  'imports.run': { input: ({ runningImportId }) => ({ importId: runningImportId, scope: 'good' }), asks: true },
  'imports.undo': { input: ({ undoingImportId }) => ({ importId: undoingImportId }), asks: true },
  'papers.print': { input: ({ paperId }) => ({ paperId }), asks: true },
  'reportCards.issue': {
    input: ({ cardYearId, cardPeriodId, cardGroupId }) => ({
      yearId: cardYearId,
      periodId: cardPeriodId,
      classGroupIds: [cardGroupId],
      ranking: false,
    }),
    asks: true,
  },
  'reportCards.tell': {
    input: ({ guardianId }) => ({ families: [{ guardianId, name: 'Alguien' }], year: '2026', period: null }),
    asks: true,
  },
  'rollovers.run': { input: ({ runningRolloverId }) => ({ rolloverId: runningRolloverId }), asks: true },
  'rollovers.undo': { input: ({ undoingRolloverId }) => ({ rolloverId: undoingRolloverId }), asks: true },
  // Only the command that removed the rows knows the keys.
  'students.removeObjects': { input: ({ objectKey }) => ({ keys: [objectKey] }), asks: false },
}

/** Work of the platform with somebody else's, or nobody's, ids: it must find nothing to do. */
const platformJobs: Record<string, (world: World) => object[]> = {
  'imports.clear': () => [{ schoolId: randomUUID() }],
  // Only the clock says what is due, and in this world every school has something that is.
  'imports.clearAll': () => [],
  'schools.countAllFigures': () => [],
  'schools.countFigures': () => [{ schoolId: randomUUID() }],
  'schools.endSupport': ({ a, b }) => [
    { schoolId: a.id, grantId: randomUUID() },
    { schoolId: randomUUID(), grantId: randomUUID() },
    { schoolId: b.id, grantId: a.id },
  ],
  'schools.export': ({ a, b, theirs }) => [
    { schoolId: a.id, exportId: theirs.records.fileId },
    { schoolId: randomUUID(), exportId: randomUUID() },
    { schoolId: b.id, exportId: a.fileId },
  ],
  'schools.purge': ({ a, b }) => [{ purgeId: randomUUID() }, { purgeId: a.id }, { purgeId: b.id }],
}

/** Queues by what takes their messages; the dead ones are taken by nobody. */
const takers: Record<string, string> = {
  jobs: 'runJob',
  mail: 'deliverMail',
  platform: 'runPlatformJob',
  upkeep: 'upkeep',
}

export function backgroundMatrix(world: () => World): void {
  it('has a row for every job and every queue, and for no other', () => {
    expect([...registeredJobs().keys()].sort()).toEqual(Object.keys(jobs).sort())
    expect([...registeredPlatformJobs().keys()].sort()).toEqual(Object.keys(platformJobs).sort())
    expect(
      queues
        .map(({ name }) => name)
        .filter((name) => !name.endsWith('-dead'))
        .sort(),
    ).toEqual(Object.keys(takers).sort())
  })

  const addJob = async (name: string, schoolId: string, createdBy: string, input: object): Promise<string> => {
    const id = newId()
    await database().prisma.job.create({
      data: { schoolId, id, name, title: name, input, createdBy, requestId: randomUUID() },
    })
    planted.push(id)
    return id
  }
  const planted: string[] = []
  // They name the other school because these tests wrote it into them.
  afterAll(async () => {
    for (const table of ['job_items', 'jobs'])
      await (await ownerClient()).query(`delete from ${table} where ${table === 'jobs' ? 'id' : 'job_id'} = any($1)`, [
        planted,
      ])
  })
  /** The state of everything but the rows of the work itself. */
  const state = async () => everything(world(), { without: ['jobs', 'job_items'] })

  describe.each(Object.keys(jobs))('%s', (name) => {
    it('asked by another school’s person, or by a role that may not, changes nothing', async () => {
      const { a, b, own } = world()
      const { input, asks } = jobs[name]!
      for (const asker of [b.members.rector.userId, ...(asks ? [a.members.teacher.userId] : [])]) {
        const id = await addJob(name, a.id, asker, input(own.records))
        const before = await state()
        await runJob({ schoolId: a.id, jobId: id }).catch(() => {})
        const row = await database().prisma.job.findFirstOrThrow({
          where: { schoolId: a.id, id },
          include: { items: true },
        })
        expect(row.status === 'failed' || row.failed === row.total, `${asker}: ${row.status}`).toBe(true)
        expect(await state()).toEqual(before)
      }
    })

    it('with another school’s records does what it does with nobody’s: nothing', async () => {
      const { a, theirs, nowhere } = world()
      const before = await state()
      const said = []
      for (const { records } of [theirs, nowhere]) {
        const id = await addJob(name, a.id, a.members.rector.userId, jobs[name]!.input(records))
        await runJob({ schoolId: a.id, jobId: id }).catch(() => {})
        const row = await database().prisma.job.findFirstOrThrow({
          where: { schoolId: a.id, id },
          include: { items: true },
        })
        said.push([row.status, row.failed, row.items.map(({ error }) => error)])
      }
      expect(said[0]).toEqual(said[1])
      expect(await objectSize(theirs.records.objectKey!)).not.toBeNull()
      expect(await state()).toEqual(before)
    })
  })

  it('a message that names the wrong school finds nothing', async () => {
    const { a, b } = world()
    const before = await fingerprint(b.id)
    await runJob({ schoolId: a.id, jobId: b.jobId })
    await deliverMail({ schoolId: a.id, mailId: b.mailId })
    await deliverMail({ schoolId: null, mailId: b.mailId })
    expect(await fingerprint(b.id)).toEqual(before)
  })

  it.each(Object.keys(platformJobs))('%s with ids that are not its own does nothing', async (name) => {
    const before = await everything(world())
    for (const input of platformJobs[name]!(world())) await runPlatformJob({ name, input })
    await expect(runPlatformJob({ name: `${name}.x`, input: {} })).rejects.toThrow()
    expect(await everything(world())).toEqual(before)
  })
}
