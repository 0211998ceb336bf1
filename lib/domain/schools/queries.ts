import { nothing, query } from '@/lib/platform/operation'
import { appearance, brandingSettings } from './schema'

/** How the school looks, for everybody who may open one of its pages: staff, programs, guardians. */
export const schoolAppearance = query({
  name: 'schools.appearance',
  input: nothing,
  output: appearance,
  run: async ({ db, ctx }) => {
    const settings = await db.schoolSettings.findFirst({ where: {}, select: { brandingSettings: true } })
    const { primaryColor, logoKey } = brandingSettings.catch({}).parse(settings?.brandingSettings ?? {})
    return { name: ctx.school.name, primaryColor: primaryColor ?? null, logo: logoKey?.slice(-12) ?? null }
  },
})
