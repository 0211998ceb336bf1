import { consentHash } from '@/lib/domain/families/steps'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { newId } from '@/lib/platform/new-id'
import { brandingSettings, simatSettings } from '../schema'

export type From = { id: string; name: string; calendar: string }
export type To = { id: string; name: string; calendar: string }

/** How the school works. Its name, logo, contact, PEI and official codes are its own and stay behind. */
export async function copySettings(db: PlatformDb, from: From, to: To): Promise<void> {
  const there = await db.schoolSettings.findFirst({ where: { schoolId: from.id } })
  if (!there) return
  const { primaryColor } = brandingSettings.catch({}).parse(there.brandingSettings)
  const { exportEncoding } = simatSettings.catch({}).parse(there.simatSettings)
  await db.schoolSettings.updateMany({
    where: { schoolId: to.id },
    data: {
      brandingSettings: primaryColor ? { primaryColor } : {},
      simatSettings: exportEncoding ? { exportEncoding } : {},
      securitySettings: there.securitySettings as object,
      attendanceSettings: there.attendanceSettings as object,
      evaluationSettings: there.evaluationSettings as object,
    },
  })
}

/** The list of required documents, in its order. @returns false when there is none to copy */
export async function copyRequirements(db: PlatformDb, from: From, to: To): Promise<boolean> {
  const rows = await db.requiredDocument.findMany({
    where: { schoolId: from.id, isActive: true },
    orderBy: { position: 'asc' },
    select: { code: true, name: true, help: true, kind: true, appliesTo: true, required: true, position: true },
  })
  if (rows.length === 0) return false
  await db.requiredDocument.createMany({
    data: rows.map((row) => ({ ...row, appliesTo: row.appliesTo as object, schoolId: to.id })),
  })
  return true
}

/** The newest words of each consent as a first version, with this school's name where the other's stood. */
export async function copyConsents(db: PlatformDb, from: From, to: To, createdBy: string): Promise<string[]> {
  const rows = await db.consentText.findMany({
    where: { schoolId: from.id },
    orderBy: { version: 'desc' },
    select: { code: true, title: true, body: true },
  })
  const newest = [...new Map(rows.toReversed().map((row) => [row.code, row])).values()]
  await db.consentText.createMany({
    data: newest.map(({ code, ...text }) => {
      const [title, body] = [text.title, text.body].map((words) => words.replaceAll(from.name, to.name)) as [
        string,
        string,
      ]
      return { schoolId: to.id, code, version: 1, title, body, sha256: consentHash(title, body), createdBy }
    }),
  })
  return newest.map(({ code }) => code)
}

/** Areas and subjects under new ids. @returns the new id of each subject */
export async function copyCurriculum(db: PlatformDb, from: From, to: To): Promise<Map<string, string>> {
  const where = { schoolId: from.id, isActive: true }
  const [areas, subjects] = await Promise.all([
    db.academicArea.findMany({
      where,
      select: { id: true, name: true, shortName: true, legalCode: true, position: true },
    }),
    db.subject.findMany({
      where: { ...where, area: { isActive: true } },
      select: { id: true, areaId: true, code: true, name: true, shortName: true, assessment: true, position: true },
    }),
  ])
  const areaIds = new Map(areas.map(({ id }) => [id, newId()]))
  const subjectIds = new Map(subjects.map(({ id }) => [id, newId()]))
  await db.academicArea.createMany({
    data: areas.map(({ id, ...area }) => ({ schoolId: to.id, id: areaIds.get(id)!, ...area })),
  })
  await db.subject.createMany({
    data: subjects.map(({ id, areaId, ...subject }) => ({
      schoolId: to.id,
      id: subjectIds.get(id)!,
      areaId: areaIds.get(areaId)!,
      ...subject,
    })),
  })
  return subjectIds
}
