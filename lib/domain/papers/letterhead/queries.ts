import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { smallPicture } from '@/lib/platform/picture'
import { readObject } from '@/lib/platform/storage'
import { isHexColor } from '@/lib/shared/contrast'
import { showNit } from '@/lib/shared/nit'
import { showPhone } from '@/lib/shared/phone'
import { readSettings } from '../../schools/steps'
import { readStoredPapers } from '../signatures/schema'
import { type Look, pictureOf } from './rules'
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
const signaturePixels = 420
const mostPictures = 200

/** By key of the object, which changes with the picture: making one small costs as much as printing two cards. */
const pictures = new Map<string, string>()

async function smallObject(key: string, side: number): Promise<string | null> {
  const known = pictures.get(key)
  if (known) return known
  const bytes = await readObject(key).catch(() => null)
  const small = bytes && (await smallPicture(bytes, side))
  if (!small) return null
  if (pictures.size >= mostPictures) pictures.clear()
  pictures.set(key, small)
  return small
}

/** Colour, shield and signatures as they print now; a picture that cannot be read is left out, and signed by hand. */
export async function readLook({ db }: Pick<Call, 'db'>): Promise<Look> {
  const { brandingSettings, paperSettings: stored } = await readSettings(db)
  const { primaryColor, logoKey } = brandingSettings
  const keys = readStoredPapers(stored).signatures.flatMap(({ picture }) => picture ?? [])
  const signed = await Promise.all(
    keys.map(async (key) => ({ name: pictureOf(key), image: await smallObject(key, signaturePixels) })),
  )
  return {
    color: primaryColor && isHexColor(primaryColor) ? primaryColor : '#1f4b99',
    logo: logoKey ? await smallObject(logoKey, logoPixels) : null,
    signatures: Object.fromEntries(signed.flatMap(({ name, image }) => (image ? [[name, image]] : []))),
  }
}
