import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { exportList, exportStates, listPurgesInput, oneSchoolInput, purgeList, purgeStates } from './schema'
import { closedAt } from './steps'

const known = <T extends string>(names: readonly T[], name: string): T => names.find((one) => one === name) ?? names[0]!

/** The archives of a school, newest first. */
export const listExports = platformQuery({
  scope: 'platform',
  name: 'schools.exports',
  permission: 'manage:schools',
  input: oneSchoolInput,
  output: exportList,
  run: async ({ db, input: { schoolId } }) => {
    const school = await db.school.findFirst({
      where: { id: schoolId },
      select: { id: true, isActive: true, updatedAt: true },
    })
    if (!school) throw new AppError('not_found')
    const [closed, files] = await Promise.all([
      closedAt(db, school),
      db.storedFile.findMany({ where: { schoolId, purpose: 'export' }, orderBy: { createdAt: 'desc' }, take: 50 }),
    ])
    return {
      items: files.map(({ id, status, createdAt, size, sha256 }) => ({
        id,
        status: known(exportStates, status),
        createdAt: createdAt.toISOString(),
        size: Number(size),
        sha256: sha256 || null,
        isFinal: !school.isActive && createdAt > closed,
      })),
    }
  },
})

/** Removals that are planned, under way or done, newest first: all that is left of a removed school. */
export const listPurges = platformQuery({
  scope: 'platform',
  name: 'schools.purges',
  permission: 'manage:schools',
  input: listPurgesInput,
  output: purgeList,
  run: async ({ db, input: { schoolId, status } }) => {
    const rows = await db.schoolPurge.findMany({
      where: { ...(schoolId ? { purgedSchoolId: schoolId } : {}), ...(status ? { status } : {}) },
      orderBy: { requestedAt: 'desc' },
      take: 200,
    })
    return {
      items: rows.map((row) => ({
        id: row.id,
        schoolId: row.purgedSchoolId,
        slug: row.slug,
        name: row.name,
        reason: row.reason,
        status: known(purgeStates, row.status),
        requestedBy: row.requestedByName,
        requestedAt: row.requestedAt.toISOString(),
        runAfter: row.runAfter.toISOString(),
        finishedAt: row.finishedAt?.toISOString() ?? null,
        report: row.report as Record<string, number>,
      })),
    }
  },
})
