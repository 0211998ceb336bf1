import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { AppError } from '@/lib/platform/errors'
import { command, nothing } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { newObjectKey, signView } from '@/lib/platform/storage'
import { exportSchoolJob } from '../jobs'
import { exportAddress, startedExport } from '../schema'
import { archiveName } from '../steps'
import { ownExportInput } from './schema'

/** After this a run that has not finished was given up. */
const patience = 6 * 3_600_000

/**
 * The archive holds health data, cases and support plans: who may not read these, a visitor or a program, may not have it.
 * @throws AppError forbidden
 */
function refuseBlind({ permissions }: SchoolContext): void {
  if (!can(permissions, 'read:sensitive')) throw new AppError('forbidden')
}

/**
 * Has all that the own school has, rows and files, written into one archive.
 * @throws AppError in_progress while one is being written: the second one would say the same
 */
export const exportOwnSchool = command({
  name: 'schools.exportOwn',
  permission: 'config:institution',
  input: nothing,
  output: startedExport,
  run: async ({ db, ctx, audit }) => {
    refuseBlind(ctx)
    // Two who ask at once: the school's row makes one wait for the other.
    await db.school.updateMany({ where: {}, data: { updatedAt: new Date() } })
    const since = new Date(Date.now() - patience)
    const running = await db.storedFile.count({
      where: { purpose: 'export', status: 'expected', createdAt: { gt: since } },
    })
    if (running > 0) throw new AppError('in_progress', { reason: 'schools.refusal.exportRuns' })
    const { id } = await db.storedFile.create({
      data: {
        schoolId: ctx.schoolId,
        objectKey: newObjectKey(ctx.schoolId),
        fileName: archiveName(ctx.school.slug, new Date()),
        contentType: 'application/zip',
        size: 0,
        sha256: '',
        purpose: 'export',
        createdBy: userIdOf(ctx),
      },
      select: { id: true },
    })
    // The queue's own tables are no school's; the message stands in the same transaction.
    await enqueuePlatformJob(db as unknown as PlatformDb, exportSchoolJob, { schoolId: ctx.schoolId, exportId: id })
    audit({ action: 'school.export', entity: 'school', entityId: ctx.schoolId, after: { exportId: id } })
    return { exportId: id }
  },
})

/** An address for fetching the archive, good for a minute; who fetched it is written down. */
export const fetchOwnExport = command({
  name: 'schools.fetchOwn',
  permission: 'config:institution',
  input: ownExportInput,
  output: exportAddress,
  run: async ({ db, ctx, input: { exportId }, audit }) => {
    refuseBlind(ctx)
    const file = await db.storedFile.findFirst({
      where: { id: exportId, purpose: 'export', status: 'ready' },
      select: { objectKey: true, fileName: true, contentType: true },
    })
    if (!file) throw new AppError('not_found')
    const url = await signView(file.objectKey, { ...file, download: true })
    audit({ action: 'school.fetchExport', entity: 'school', entityId: ctx.schoolId, after: { exportId } })
    return { url, fileName: file.fileName }
  },
})
