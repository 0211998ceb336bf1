import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { missingAreas } from './rules'
import {
  addCompulsoryInput,
  addedAreas,
  createAreaInput,
  orderAreasInput,
  orderedAreas,
  savedRecord,
  updateAreaInput,
} from './schema'
import { areaColumns, nextAreaPosition, offeredAreas, refuseTakenArea } from './steps'

/** An area of the school's own, at the end. @throws AppError duplicate at `name` */
export const createArea = command({
  name: 'academics.createArea',
  permission: 'config:institution',
  input: createAreaInput,
  output: savedRecord,
  run: async ({ db, ctx, input: { name, shortName = null }, audit }) => {
    await refuseTakenArea(db, name)
    const saved = await db.academicArea.create({
      data: { schoolId: ctx.schoolId, name, shortName, position: await nextAreaPosition(db) },
      select: { id: true, version: true },
    })
    audit({ action: 'area.create', entity: 'area', entityId: saved.id, after: { name } })
    return saved
  },
})

/** Name, short name, whether it is offered any more. Subjects and plans that use it stay as they are. */
export const updateArea = command({
  name: 'academics.updateArea',
  permission: 'config:institution',
  input: updateAreaInput,
  output: savedRecord,
  run: async ({ db, input: { areaId, version, ...sent }, audit }) => {
    const data = defined(sent)
    const before = await db.academicArea.findFirst({ where: { id: areaId }, select: areaColumns })
    if (!before) throw new AppError('not_found')
    if (data.name) await refuseTakenArea(db, data.name, areaId)
    const saved = await updateVersioned<typeof before>(db.academicArea, {
      id: areaId,
      version,
      data,
      shows: ['name', 'shortName', 'isActive'],
    })
    const lines = changed<Record<string, unknown>>(before, data)
    const { name } = before
    audit({
      action: 'area.update',
      entity: 'area',
      entityId: areaId,
      before: { name, ...lines.before },
      after: { name, ...lines.after },
    })
    return { id: saved.id, version: saved.version }
  },
})

/** @throws AppError conflict when the list has changed in between */
export const orderAreas = command({
  name: 'academics.orderAreas',
  permission: 'config:institution',
  input: orderAreasInput,
  output: orderedAreas,
  run: async ({ db, input: { areaIds }, audit }) => {
    const rows = await db.academicArea.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true, position: true },
    })
    const sorted = (list: string[]) => [...list].sort().join()
    if (sorted(areaIds) !== sorted(rows.map(({ id }) => id))) throw new AppError('conflict')
    for (const [index, id] of areaIds.entries()) {
      const position = (index + 1) * 10
      if (rows.find((row) => row.id === id)?.position !== position)
        await db.academicArea.updateMany({ where: { id }, data: { position } })
    }
    const names = (order: string[]) => order.map((id) => rows.find((row) => row.id === id)?.name)
    audit({
      action: 'area.order',
      entity: 'area',
      before: { order: rows.map(({ name }) => name) },
      after: { order: names(areaIds) },
    })
    return { areaIds }
  },
})

/** The compulsory areas of Ley 115 (arts. 23, 31) that the school lacks; those that it has stay untouched. */
export const addCompulsoryAreas = command({
  name: 'academics.addCompulsoryAreas',
  permission: 'config:institution',
  input: addCompulsoryInput,
  output: addedAreas,
  run: async ({ db, ctx, input, audit }) => {
    const [offer, existing, first] = await Promise.all([
      offeredAreas(ctx, input.media),
      db.academicArea.findMany({ select: { legalCode: true, name: true } }),
      nextAreaPosition(db),
    ])
    const added: { id: string; name: string }[] = []
    for (const [index, area] of missingAreas(offer, existing).entries()) {
      const { id } = await db.academicArea.create({
        data: { schoolId: ctx.schoolId, ...area, position: first + index * 10 },
        select: { id: true },
      })
      added.push({ id, name: area.name })
      audit({ action: 'area.create', entity: 'area', entityId: id, after: { name: area.name } })
    }
    return { added }
  },
})
