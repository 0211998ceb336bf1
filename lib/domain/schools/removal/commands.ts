import type { PlatformContext } from '@/lib/platform/context'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { newObjectKey, signView } from '@/lib/platform/storage'
import { tellSchool } from '../support/steps'
import { exportSchoolJob, purgeSchoolJob } from './jobs'
import {
  exportAddress,
  oneExportInput,
  onePurgeInput,
  oneSchoolInput,
  plannedPurge,
  purgeInput,
  startedExport,
} from './schema'
import { archiveName, finalExport } from './steps'

/**
 * The school whose archive the platform may have: a closed one, before it is removed. An open one gives its archive itself
 * (`schools.exportOwn`): it holds what not even a visit sees.
 * @throws AppError not_found; not_allowed_now
 */
async function closedSchool(db: PlatformDb, schoolId: string) {
  const school = await db.school.findFirst({
    where: { id: schoolId },
    select: { id: true, slug: true, name: true, isActive: true },
  })
  if (!school) throw new AppError('not_found')
  if (school.isActive) throw new AppError('not_allowed_now', { reason: 'schools.refusal.exportOpen' })
  return school
}

const visitor = ({ actor }: PlatformContext) => ({ userId: actor.userId, userName: actor.name })

/**
 * Starts writing all that a closed school has, rows and files, into one archive of the object store. The school's history
 * says so as well.
 * @throws AppError not_allowed_now while the school is open
 */
export const exportSchool = platformCommand({
  scope: 'platform',
  name: 'schools.export',
  permission: 'manage:schools',
  input: oneSchoolInput,
  output: startedExport,
  run: async ({ db, ctx, input: { schoolId }, audit }) => {
    const school = await closedSchool(db, schoolId)
    const { id } = await db.storedFile.create({
      data: {
        schoolId,
        objectKey: newObjectKey(schoolId),
        fileName: archiveName(school.slug, new Date()),
        contentType: 'application/zip',
        size: 0,
        sha256: '',
        purpose: 'export',
        createdBy: ctx.actor.userId,
      },
      select: { id: true },
    })
    await enqueuePlatformJob(db, exportSchoolJob, { schoolId, exportId: id })
    const line = { action: 'school.export', entity: 'school', entityId: schoolId, after: { exportId: id } }
    await tellSchool(db, school, visitor(ctx), ctx, line)
    audit(line)
    return { exportId: id }
  },
})

/** An address for fetching the archive, good for a minute; who fetched it is written down. */
export const fetchExport = platformCommand({
  scope: 'platform',
  name: 'schools.fetchExport',
  permission: 'manage:schools',
  input: oneExportInput,
  output: exportAddress,
  run: async ({ db, ctx, input: { schoolId, exportId }, audit }) => {
    const school = await closedSchool(db, schoolId)
    const file = await db.storedFile.findFirst({
      where: { schoolId, id: exportId, purpose: 'export', status: 'ready' },
      select: { objectKey: true, fileName: true, contentType: true },
    })
    if (!file) throw new AppError('not_found')
    const url = await signView(file.objectKey, { ...file, download: true })
    const line = { action: 'school.fetchExport', entity: 'school', entityId: schoolId, after: { exportId } }
    await tellSchool(db, school, visitor(ctx), ctx, line)
    audit(line)
    return { url, fileName: file.fileName }
  },
})

/**
 * Plans the removal of a school with everything it has. It runs after a waiting time, in which it can be called off.
 * @throws AppError invalid when the typed address is not the school's; not_allowed_now when the school is open, or when no
 * export was finished after it closed; duplicate when it is planned already
 */
export const purgeSchool = platformCommand({
  scope: 'platform',
  name: 'schools.purge',
  permission: 'manage:schools',
  input: purgeInput,
  output: plannedPurge,
  run: async ({ db, ctx, input: { schoolId, slug, reason, waitHours }, audit }) => {
    const school = await db.school.findFirst({
      where: { id: schoolId },
      select: { id: true, slug: true, name: true, isActive: true, updatedAt: true },
    })
    if (!school) throw new AppError('not_found')
    if (slug !== school.slug) throw new AppError('invalid', { field: 'slug', reason: 'schools.refusal.otherSlug' })
    if (school.isActive) throw new AppError('not_allowed_now', { reason: 'schools.refusal.stillOpen' })
    // The row is locked as it was read: two plans, or a plan and a reopening, take turns.
    const { updatedAt } = school
    const { count } = await db.school.updateMany({ where: { id: schoolId, updatedAt }, data: { updatedAt } })
    if (count === 0) throw new AppError('conflict')
    const last = await finalExport(db, school)
    if (!last) throw new AppError('not_allowed_now', { reason: 'schools.refusal.noExport' })
    const planned = await db.schoolPurge.count({
      where: { purgedSchoolId: schoolId, status: { in: ['waiting', 'running'] } },
    })
    if (planned > 0) throw new AppError('duplicate', { reason: 'schools.refusal.purgePlanned' })
    const runAfter = new Date(Date.now() + waitHours * 3_600_000)
    const { id } = await db.schoolPurge.create({
      data: {
        purgedSchoolId: schoolId,
        slug: school.slug,
        name: school.name,
        reason,
        exportSha256: last.sha256,
        requestedBy: ctx.actor.userId,
        requestedByName: ctx.actor.name,
        runAfter,
      },
      select: { id: true },
    })
    await enqueuePlatformJob(db, purgeSchoolJob, { purgeId: id }, { startAfter: runAfter })
    audit({
      action: 'school.purge',
      entity: 'school',
      entityId: schoolId,
      reason,
      after: { slug: school.slug, name: school.name, runAfter, exportSha256: last.sha256 },
    })
    return { purgeId: id, runAfter: runAfter.toISOString() }
  },
})

/** Calls a planned removal off. @throws AppError not_allowed_now once it runs */
export const cancelPurge = platformCommand({
  scope: 'platform',
  name: 'schools.cancelPurge',
  permission: 'manage:schools',
  input: onePurgeInput,
  output: done,
  run: async ({ db, input: { purgeId }, audit }) => {
    const purge = await db.schoolPurge.findFirst({ where: { id: purgeId }, select: { purgedSchoolId: true } })
    if (!purge) throw new AppError('not_found')
    const { count } = await db.schoolPurge.updateMany({
      where: { id: purgeId, status: 'waiting' },
      data: { status: 'cancelled' },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'schools.refusal.purgeRuns' })
    audit({ action: 'school.cancelPurge', entity: 'school', entityId: purge.purgedSchoolId })
    return { ok: true as const }
  },
})
