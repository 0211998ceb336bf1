import { ensureConsentTexts, isConsentCode } from '@/lib/domain/families/steps'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import {
  createRequirementInput,
  orderedRequirements,
  orderRequirementsInput,
  requirementRow,
  savedRequirement,
  updateRequirementInput,
  type Validity,
} from './schema'
import { requirementColumns, storedValidity, toRequirement } from './steps'

/**
 * One more document that the school asks for, at the end of its list. Enrollments that are under way keep the list that
 * they were begun with.
 * @throws AppError duplicate at `code`; invalid at `kind` for a consent of the school's own, which would have no text
 */
export const createRequirement = command({
  name: 'requirements.create',
  permission: 'config:institution',
  input: createRequirementInput,
  output: savedRequirement,
  run: async (call) => {
    const { db, ctx, audit } = call
    const {
      kind = 'file',
      help = null,
      isActive = true,
      appliesTo,
      validity,
      validMonths = null,
      ...input
    } = call.input
    if ((kind === 'consent') !== isConsentCode(input.code))
      throw new AppError('invalid', { field: 'kind', reason: 'requirements.refusal.consentFromCatalogue' })
    const [taken, last] = await Promise.all([
      db.requiredDocument.findFirst({ where: { code: input.code }, select: { id: true } }),
      db.requiredDocument.findFirst({ orderBy: { position: 'desc' }, select: { position: true } }),
    ])
    if (taken) throw new AppError('duplicate', { field: 'code', reason: 'requirements.refusal.codeTaken' })
    await ensureConsentTexts(call, [input.code])
    const counts = storedValidity(kind, {
      validity: validity ?? (kind === 'consent' ? 'version' : 'year'),
      validMonths,
    })
    const row = { ...input, kind, help, isActive, appliesTo: defined(appliesTo), ...counts }
    const saved = await db.requiredDocument.create({
      data: { schoolId: ctx.schoolId, ...row, position: (last?.position ?? 0) + 10 },
      select: { id: true, version: true },
    })
    audit({ action: 'requirement.create', entity: 'requirement', entityId: saved.id, after: row })
    return saved
  },
})

/** Wording, whom it is asked of, whether it is asked at all. `appliesTo` is sent whole. */
export const updateRequirement = command({
  name: 'requirements.update',
  permission: 'config:institution',
  input: updateRequirementInput,
  output: requirementRow,
  run: async ({ db, input: { requirementId, version, appliesTo, ...sent }, audit }) => {
    const before = await db.requiredDocument.findFirst({ where: { id: requirementId }, select: requirementColumns })
    if (!before) throw new AppError('not_found')
    const { validity = before.validity as Validity, validMonths = before.validMonths, ...rest } = sent
    const data = {
      ...defined(rest),
      ...(appliesTo ? { appliesTo: defined(appliesTo) } : {}),
      ...storedValidity(before.kind, { validity, validMonths }),
    }
    const saved = await updateVersioned<typeof before>(db.requiredDocument, {
      id: requirementId,
      version,
      data,
      shows: ['code', 'name', 'help', 'required', 'isActive', 'appliesTo', 'validity', 'validMonths'],
    })
    audit({
      action: 'requirement.update',
      entity: 'requirement',
      entityId: requirementId,
      ...withName(changed({ ...before, appliesTo: before.appliesTo as object }, data), before.name),
    })
    return toRequirement(saved)
  },
})

/** The line tells which document it was, unless it is the name itself that changed. */
const withName = <T extends { before: object; after: object }>({ before, after }: T, name: string) => ({
  before: { name, ...before },
  after: { name, ...after },
})

/** The order in which families read the list. @throws AppError conflict when the list has changed in between */
export const orderRequirements = command({
  name: 'requirements.order',
  permission: 'config:institution',
  input: orderRequirementsInput,
  output: orderedRequirements,
  run: async ({ db, input: { ids }, audit }) => {
    const rows = await db.requiredDocument.findMany({
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, code: true, position: true },
    })
    const sorted = (list: string[]) => [...list].sort().join()
    if (sorted(ids) !== sorted(rows.map(({ id }) => id))) throw new AppError('conflict')
    for (const [index, id] of ids.entries()) {
      const position = (index + 1) * 10
      if (rows.find((row) => row.id === id)?.position !== position)
        await db.requiredDocument.updateMany({ where: { id }, data: { position } })
    }
    const codes = (order: string[]) => order.map((id) => rows.find((row) => row.id === id)?.code)
    audit({
      action: 'requirement.order',
      entity: 'requirement',
      before: { order: rows.map(({ code }) => code) },
      after: { order: codes(ids) },
    })
    return { ids }
  },
})
