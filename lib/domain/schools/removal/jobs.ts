import { z } from 'zod'
import { platformClient } from '@/lib/platform/db/platform'
import { removeWholeSchool } from '@/lib/platform/db/whole-school'
import { platformJob } from '@/lib/platform/platform-job'
import { deleteObject, objectKeysOf, writeObjectFrom } from '@/lib/platform/storage'
import { packSchool } from './steps'

/** Writes the archive of a school. Its row says how far it is: expected, then ready with size and hash. */
export const exportSchoolJob = platformJob({
  name: 'schools.export',
  input: z.object({ schoolId: z.string(), exportId: z.string() }),
  run: async ({ schoolId, exportId }) => {
    const db = platformClient()
    const where = { schoolId, purpose: 'export' }
    const exports = await db.storedFile.findMany({ where, select: { id: true, objectKey: true, status: true } })
    const own = exports.find(({ id }) => id === exportId)
    if (!own || own.status === 'ready') return
    const data = await packSchool(schoolId, new Set(exports.map(({ objectKey }) => objectKey)), async (packed) => {
      await writeObjectFrom(own.objectKey, packed, 'application/zip')
      return { size: packed.size, sha256: packed.sha256, status: 'ready' }
    })
    const { count } = await db.storedFile.updateMany({ where: { schoolId, id: exportId }, data })
    // The school was removed meanwhile: nothing of it stays.
    if (count === 0) await deleteObject(own.objectKey)
  },
})

/**
 * Removes a school for ever, when its time has come and nobody has changed their mind: a purge that was cancelled, or a
 * school that was opened again, stays as it is. Cut short, it goes on: rows first, then whatever lies in the store.
 */
export const purgeSchoolJob = platformJob({
  name: 'schools.purge',
  input: z.object({ purgeId: z.string() }),
  run: async ({ purgeId }) => {
    const db = platformClient()
    const purge = await db.schoolPurge.findFirst({ where: { id: purgeId } })
    if (!purge || purge.status === 'done' || purge.status === 'cancelled') return
    const schoolId = purge.purgedSchoolId
    if (purge.status === 'waiting') {
      if (purge.runAfter > new Date()) return
      const { count } = await db.schoolPurge.updateMany({
        where: { id: purgeId, status: 'waiting' },
        data: { status: 'running' },
      })
      if (count === 0) return
    }
    const school = await db.school.findFirst({ where: { id: schoolId }, select: { isActive: true } })
    if (school?.isActive) {
      await db.schoolPurge.updateMany({ where: { id: purgeId }, data: { status: 'cancelled' } })
      return
    }
    // A second run finds no rows any more: what the first one counted stays.
    const report = school ? await removeWholeSchool(schoolId) : (purge.report as Record<string, number>)
    if (school) await db.schoolPurge.updateMany({ where: { id: purgeId }, data: { report } })
    let objects = 0
    for await (const key of objectKeysOf(schoolId)) {
      await deleteObject(key)
      objects += 1
    }
    await db.schoolPurge.updateMany({
      where: { id: purgeId },
      data: { status: 'done', finishedAt: new Date(), report: { ...report, objects } },
    })
  },
})
