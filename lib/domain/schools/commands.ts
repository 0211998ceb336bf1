import type { z } from 'zod'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { settingsOf, sharedDocumentCode } from './rules'
import { type SimatSettings, saved, updateSchoolInput, updateSettingsInput } from './schema'
import { readSettings, saveSettings } from './steps'

/**
 * The school's own data. The address (slug) stays: it is in every link that people have kept.
 * @throws AppError duplicate when another school has that NIT
 */
export const updateSchool = command({
  name: 'schools.update',
  permission: 'config:institution',
  input: updateSchoolInput,
  output: saved,
  run: async ({ db, ctx, input: { version, ...sent }, audit }) => {
    const data = defined(sent)
    const before = await db.school.findFirst({ where: {} })
    if (!before) throw new AppError('not_found')
    const after = await updateVersioned<typeof before>(db.school, {
      id: ctx.schoolId,
      version,
      data,
      shows: ['name', 'nit', 'city', 'resolution', 'sector', 'calendar'],
    })
    audit({ action: 'school.update', entity: 'school', entityId: ctx.schoolId, ...changed(before, data) })
    return { version: after.version }
  },
})

type Simat = NonNullable<z.output<typeof updateSettingsInput>['simat']>

/** @throws AppError invalid at the kind of document that would share its code with another one */
function simatWith(before: SimatSettings, { documentCodes, ...sent }: Simat): SimatSettings {
  const codes = Object.fromEntries(
    Object.entries({ ...before.documentCodes, ...documentCodes }).filter(([, code]) => code !== ''),
  )
  const shared = sharedDocumentCode(codes)
  if (shared)
    throw new AppError('invalid', { field: `simat.documentCodes.${shared}`, reason: 'schools.refusal.sharedCode' })
  return { ...before, ...defined(sent), documentCodes: codes }
}

/** PEI, SIMAT and how families reach the school; each part, and each field of a part, is left alone when it is not sent. */
export const updateSettings = command({
  name: 'schools.updateSettings',
  permission: 'config:institution',
  input: updateSettingsInput,
  output: saved,
  run: async ({ db, ctx, input: { version, peiSummary, simat, contact }, audit }) => {
    const settings = await readSettings(db)
    const before = settingsOf(settings)
    const branding = settings.brandingSettings
    const next = {
      ...(peiSummary === undefined ? {} : { peiSummary }),
      ...(simat ? { simatSettings: simatWith(settings.simatSettings, simat) } : {}),
      ...(contact ? { brandingSettings: { ...branding, contact: { ...branding.contact, ...defined(contact) } } } : {}),
    }
    const newVersion = await saveSettings(db, version, next, settingsOf)
    const after = settingsOf({ ...settings, ...next })
    const flat = (all: ReturnType<typeof settingsOf>) => ({
      peiSummary: all.peiSummary,
      ...all.simat,
      documentCodes: Object.entries(all.simat.documentCodes)
        .map(([type, code]) => `${type} ${code}`)
        .join(', '),
      phone: all.contact.phone,
      email: all.contact.email,
      address: all.contact.address,
    })
    audit({
      action: 'school.updateSettings',
      entity: 'school',
      entityId: ctx.schoolId,
      ...changed(flat(before), flat(after)),
    })
    return { version: newVersion }
  },
})
