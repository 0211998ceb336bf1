import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { readSettings } from '../steps'
import { branding, logoAddress } from './schema'

export const readBranding = query({
  name: 'schools.branding',
  permission: 'config:institution',
  input: nothing,
  output: branding,
  run: async ({ db }) => {
    const { version, brandingSettings } = await readSettings(db)
    const { primaryColor, logoKey } = brandingSettings
    return { version, primaryColor: primaryColor ?? null, logo: logoKey?.slice(-12) ?? null }
  },
})

/** Where the logo can be looked at for a minute, for everybody who may open one of the school's pages. */
export const readLogo = query({
  name: 'schools.logo',
  input: nothing,
  output: logoAddress,
  run: async ({ db }) => {
    const { logoKey, logoType } = (await readSettings(db)).brandingSettings
    if (!logoKey) throw new AppError('not_found')
    const contentType = logoType ?? 'image/png'
    const fileName = contentType === 'image/png' ? 'logo.png' : 'logo.jpg'
    return { url: await signView(logoKey, { fileName, contentType }), contentType }
  },
})
