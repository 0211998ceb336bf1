import { z } from 'zod'
import { idField, optionalText, requiredText, versionField } from '@/lib/shared/fields'

const fields = { name: requiredText(150), shortName: optionalText(30) }

export const createAreaInput = z.strictObject(fields)

export const updateAreaInput = z.strictObject({
  areaId: idField,
  version: versionField,
  name: fields.name.optional(),
  shortName: fields.shortName,
  isActive: z.boolean({ error: 'validation.choose' }).optional(),
})

/** All areas of the school, in the order in which plans and report cards show them. */
export const orderAreasInput = z.strictObject({
  areaIds: z.array(idField).min(1, { error: 'validation.tooSmall' }).max(100, { error: 'validation.tooBig' }),
})

export const addCompulsoryInput = z.strictObject({
  /** Also the area that art. 31 of Ley 115 adds in grades 10 and 11. */
  media: z.boolean({ error: 'validation.choose' }).optional(),
})

export const areaRow = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  /** 1–9: the compulsory area of Ley 115 art. 23 that it is. */
  legalCode: z.number().nullable(),
  position: z.number(),
  isActive: z.boolean(),
  version: z.number(),
  subjects: z.number(),
})
export type AreaRow = z.infer<typeof areaRow>

export const areaList = z.object({
  items: z.array(areaRow),
  /** How many of the nine compulsory areas the school lacks. */
  missing: z.number(),
})
export const savedRecord = z.object({ id: z.string(), version: z.number() })
export const orderedAreas = z.object({ areaIds: z.array(z.string()) })
export const addedAreas = z.object({ added: z.array(z.object({ id: z.string(), name: z.string() })) })
