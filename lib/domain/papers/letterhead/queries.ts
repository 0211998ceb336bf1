import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { smallPicture } from '@/lib/platform/picture'
import { readObject } from '@/lib/platform/storage'
import { isHexColor } from '@/lib/shared/contrast'
import { showNit } from '@/lib/shared/nit'
import { showPhone } from '@/lib/shared/phone'
import { readSettings } from '../../schools/steps'
import type { Look } from './rules'
import type { Letterhead } from './schema'

type Call = { db: TenantClient; ctx: SchoolContext }

/** What a paper issued now says about the school. */
export async function readLetterhead({ db, ctx }: Call): Promise<Letterhead> {
  const [school, settings] = await Promise.all([
    db.school.findFirst({ where: {}, select: { name: true, nit: true, resolution: true, city: true } }),
    readSettings(db),
  ])
  const { phone, email, address } = settings.brandingSettings.contact ?? {}
  return {
    name: school?.name ?? ctx.school.name,
    nit: school?.nit ? showNit(school.nit) : null,
    dane: settings.simatSettings.institutionCode ?? null,
    resolution: school?.resolution ?? null,
    city: school?.city ?? null,
    address: address ?? null,
    phone: phone ? showPhone(phone) : null,
    email: email ?? null,
  }
}

const logoPixels = 168
const mostLogos = 50

/** By key of the object, which changes with the picture: making one small costs as much as printing two cards. */
const logos = new Map<string, string>()

async function smallLogo(key: string): Promise<string | null> {
  const known = logos.get(key)
  if (known) return known
  const bytes = await readObject(key).catch(() => null)
  const small = bytes && (await smallPicture(bytes, logoPixels))
  if (!small) return null
  if (logos.size >= mostLogos) logos.clear()
  logos.set(key, small)
  return small
}

/** Colour and shield as they print now; a shield that cannot be read is left out. */
export async function readLook({ db }: Pick<Call, 'db'>): Promise<Look> {
  const { primaryColor, logoKey } = (await readSettings(db)).brandingSettings
  return {
    color: primaryColor && isHexColor(primaryColor) ? primaryColor : '#1f4b99',
    logo: logoKey ? await smallLogo(logoKey) : null,
  }
}
