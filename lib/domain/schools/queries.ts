import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { profileOf } from './rules'
import { appearance, brandingSettings, schoolProfile } from './schema'
import { storedBranding } from './sql'
import { readSettings } from './steps'

/** How the school looks, for everybody who may open one of its pages: staff, programs, guardians. */
export const schoolAppearance = query({
  name: 'schools.appearance',
  input: nothing,
  output: appearance,
  run: async ({ sql, ctx }) => {
    const { primaryColor, logoKey } = brandingSettings.catch({}).parse((await storedBranding({ ctx, sql })) ?? {})
    return { name: ctx.school.name, primaryColor: primaryColor ?? null, logo: logoKey?.slice(-12) ?? null }
  },
})

/** The school's own data and settings. */
export const readSchool = query({
  name: 'schools.read',
  permission: ['config:institution', 'read:students', 'read:enrollment'],
  input: nothing,
  output: schoolProfile,
  run: async ({ db }) => {
    const [school, settings] = await Promise.all([db.school.findFirst({ where: {} }), readSettings(db)])
    if (!school) throw new AppError('not_found')
    return profileOf(school, settings)
  },
})
