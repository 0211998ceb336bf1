import { changed } from '@/lib/platform/audit'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { savedRecord } from '../areas/schema'
import { createSubjectInput, updateSubjectInput } from './schema'

type Db = Pick<TenantClient, 'subject' | 'academicArea'>

async function areaOf(db: Db, areaId: string) {
  const area = await db.academicArea.findFirst({ where: { id: areaId }, select: { name: true } })
  if (!area) throw new AppError('not_found')
  return area.name
}

async function refuseTakenCode(db: Db, code: string, id?: string): Promise<void> {
  const other = await db.subject.findFirst({
    where: { code, ...(id ? { id: { not: id } } : {}) },
    select: { name: true },
  })
  if (other)
    throw new AppError('duplicate', {
      field: 'code',
      reason: 'academics.refusal.codeTaken',
      data: { subject: other.name },
    })
}

/** A subject of the catalog. @throws AppError not_found for an unknown area; duplicate at `code`, naming whose it is */
export const createSubject = command({
  name: 'academics.createSubject',
  permission: 'config:institution',
  input: createSubjectInput,
  output: savedRecord,
  run: async ({ db, ctx, input, audit }) => {
    const { areaId, code, name, shortName = null, assessment = 'numeric' } = input
    const area = await areaOf(db, areaId)
    await refuseTakenCode(db, code)
    const saved = await db.subject.create({
      data: { schoolId: ctx.schoolId, areaId, code, name, shortName, assessment },
      select: { id: true, version: true },
    })
    audit({ action: 'subject.create', entity: 'subject', entityId: saved.id, after: { name, subjectCode: code, area } })
    return saved
  },
})

/** Another area, code, name or way of marking; off: no new plan takes it, those that have it keep it. */
export const updateSubject = command({
  name: 'academics.updateSubject',
  permission: 'config:institution',
  input: updateSubjectInput,
  output: savedRecord,
  run: async ({ db, input: { subjectId, version, ...sent }, audit }) => {
    const data = defined(sent)
    const before = await db.subject.findFirst({
      where: { id: subjectId },
      select: {
        id: true,
        version: true,
        areaId: true,
        code: true,
        name: true,
        shortName: true,
        assessment: true,
        isActive: true,
      },
    })
    if (!before) throw new AppError('not_found')
    const areaName = data.areaId && (await areaOf(db, data.areaId))
    const formerArea = areaName && (await areaOf(db, before.areaId))
    if (data.code) await refuseTakenCode(db, data.code, subjectId)
    if (data.assessment && data.assessment !== before.assessment) {
      const marked = await db.evaluationActivity.findFirst({
        where: { courseOffering: { subjectId } },
        select: { id: true },
      })
      if (marked)
        throw new AppError('not_allowed_now', {
          field: 'assessment',
          reason: 'academics.refusal.assessmentFixed',
          data: { subject: before.name },
        })
    }
    const saved = await updateVersioned<typeof before>(db.subject, {
      id: subjectId,
      version,
      data,
      shows: ['areaId', 'code', 'name', 'shortName', 'assessment', 'isActive'],
    })
    const told = (row: Record<string, unknown>, area: string | undefined) => {
      const { code, areaId: _, ...rest } = row
      return { ...rest, ...(code === undefined ? {} : { subjectCode: code }), ...(area ? { area } : {}) }
    }
    const lines = changed(told(before, formerArea), told(data, areaName))
    const { name } = before
    audit({
      action: 'subject.update',
      entity: 'subject',
      entityId: subjectId,
      before: { name, ...lines.before },
      after: { name, ...lines.after },
    })
    return { id: saved.id, version: saved.version }
  },
})
