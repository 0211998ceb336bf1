import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { offerStoredFile } from '../files/steps'
import { acceptPicture } from '../pictures/steps'
import { type BrandingSettings, saved, updateBrandingInput } from '../schema'
import { readSettings, saveSettings } from '../steps'
import { changeLogoInput, logoTicket, prepareLogoInput } from './schema'

const shown = ({
  version,
  brandingSettings: { primaryColor },
}: {
  version: number
  brandingSettings: BrandingSettings
}) => ({
  version,
  primaryColor: primaryColor ?? '',
})

/** The school's colour. Where it does not stand out enough, the screens darken or lighten it (lib/shared/contrast). */
export const updateBranding = command({
  name: 'schools.updateBranding',
  permission: 'config:institution',
  input: updateBrandingInput,
  output: saved,
  run: async ({ db, ctx, input: { version, primaryColor }, audit }) => {
    const { brandingSettings } = await readSettings(db)
    const next = await saveSettings(db, version, { brandingSettings: { ...brandingSettings, primaryColor } }, shown)
    audit({
      action: 'school.updateBranding',
      entity: 'school',
      entityId: ctx.schoolId,
      ...changed({ primaryColor: brandingSettings.primaryColor ?? null }, { primaryColor }),
    })
    return { version: next }
  },
})

/** A ticket to write one picture straight to the store; it becomes the logo when `confirmLogo` has looked at it. */
export const prepareLogo = command({
  name: 'schools.prepareLogo',
  permission: 'config:institution',
  input: prepareLogoInput,
  output: logoTicket,
  run: async (call) => {
    const { db, input } = call
    const { version, brandingSettings } = await readSettings(db)
    const { objectKey, ticket } = await offerStoredFile(call, { ...input, fileName: 'logo', purpose: 'picture' })
    // Not a change that anybody edits against: the version stays.
    const { count } = await db.schoolSettings.updateMany({
      where: { version },
      data: { brandingSettings: { ...brandingSettings, pendingLogoKey: objectKey } },
    })
    if (count === 0) throw new AppError('conflict')
    return ticket
  },
})

/**
 * Makes the uploaded picture the logo when it is a PNG or JPEG of at most 1 MB by its bytes.
 * @throws AppError invalid with what is wrong with the file; not_allowed_now when nothing was uploaded
 */
export const confirmLogo = command({
  name: 'schools.confirmLogo',
  permission: 'config:institution',
  input: changeLogoInput,
  output: saved,
  run: async ({ db, ctx, input: { version }, audit }) => {
    const { brandingSettings } = await readSettings(db)
    const { pendingLogoKey, ...rest } = brandingSettings
    const { key, size, contentType: logoType } = await acceptPicture(db, pendingLogoKey, 'logo')
    const next = await saveSettings(db, version, { brandingSettings: { ...rest, logoKey: key, logoType } }, shown)
    audit({
      action: 'school.setLogo',
      entity: 'school',
      entityId: ctx.schoolId,
      after: { size, contentType: logoType },
    })
    return { version: next }
  },
})

/** The picture stays in the store: papers that were issued with it still show it. */
export const removeLogo = command({
  name: 'schools.removeLogo',
  permission: 'config:institution',
  input: changeLogoInput,
  output: saved,
  run: async ({ db, ctx, input: { version }, audit }) => {
    const { logoKey: _, logoType: __, ...rest } = (await readSettings(db)).brandingSettings
    const next = await saveSettings(db, version, { brandingSettings: rest }, shown)
    audit({ action: 'school.removeLogo', entity: 'school', entityId: ctx.schoolId })
    return { version: next }
  },
})
