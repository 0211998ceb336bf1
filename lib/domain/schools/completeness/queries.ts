import { nothing, query } from '@/lib/platform/operation'
import { readPolicy } from '@/lib/shared/security-policy'
import { readSettings } from '../steps'
import { missingByPage } from './rules'
import { completeness } from './schema'

type Signatures = { signatures?: { kinds?: unknown[] }[] }

/** Which settings are still missing before a school can work with everything. */
export const readCompleteness = query({
  name: 'schools.completeness',
  permission: 'config:institution',
  input: nothing,
  output: completeness,
  run: async ({ db }) => {
    const [school, settings, year, staff, requirements, texts] = await Promise.all([
      db.school.findFirst({ where: {}, select: { nit: true, resolution: true, city: true } }),
      readSettings(db),
      db.schoolYear.findFirst({
        where: { status: 'active' },
        select: { periods: { take: 1, select: { id: true } } },
      }),
      db.schoolMembership.findFirst({
        where: { isActive: true, roles: { array_contains: ['secretary'] } },
        select: { id: true },
      }),
      db.requiredDocument.findFirst({ where: { isActive: true }, select: { id: true } }),
      db.consentText.findMany({ distinct: ['code'], select: { code: true } }),
    ])
    const { brandingSettings: look, simatSettings: simat, paperSettings } = settings
    const { phone, email, address } = look.contact ?? {}
    const { signatures = [] } = paperSettings as Signatures
    return {
      pages: missingByPage({
        nit: Boolean(school?.nit),
        resolution: Boolean(school?.resolution),
        city: Boolean(school?.city),
        contact: Boolean((phone || email) && address),
        pei: Boolean(settings.peiSummary),
        activeYear: year !== null,
        periods: (year?.periods.length ?? 0) > 0,
        secretary: staff !== null,
        requirements: requirements !== null,
        consentText: texts.length >= 2,
        color: Boolean(look.primaryColor),
        logo: Boolean(look.logoKey),
        rectorFactor: readPolicy(settings.securitySettings).secondFactorRoles.includes('rector'),
        dane: Boolean(simat.institutionCode),
        municipality: Boolean(simat.municipalityCode),
        signer: signatures.some(({ kinds }) => (kinds?.length ?? 0) > 0),
      }),
    }
  },
})
