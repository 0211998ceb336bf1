import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { evaluationRules } from '../schema'
import type { OneVersion, RulesStatus, RulesVersion } from './schema'

const versionColumns = {
  id: true,
  number: true,
  status: true,
  note: true,
  sha256: true,
  version: true,
  createdAt: true,
  activatedAt: true,
  creator: { select: { fullName: true } },
  periodEvents: {
    where: { toStatus: 'closed' },
    orderBy: { at: 'asc' },
    select: { academicPeriod: { select: { name: true } } },
  },
} as const

type Stored = {
  id: string
  number: number
  status: string
  note: string | null
  sha256: string
  version: number
  createdAt: Date
  activatedAt: Date | null
  creator: { fullName: string } | null
  periodEvents: { academicPeriod: { name: string } }[]
}

const toVersion = ({ creator, periodEvents, createdAt, activatedAt, status, ...row }: Stored): RulesVersion => ({
  ...row,
  status: status as RulesStatus,
  createdBy: creator?.fullName ?? null,
  createdAt: createdAt.toISOString(),
  activatedAt: activatedAt?.toISOString() ?? null,
  periods: [...new Set(periodEvents.map(({ academicPeriod }) => academicPeriod.name))],
})

type Where = { id?: string; schoolYearId?: string; status?: string | { not: string } }

/** The newest version first. */
export async function readVersions(db: TenantClient, where: Where): Promise<RulesVersion[]> {
  const rows = await db.evaluationRules.findMany({ where, orderBy: { number: 'desc' }, select: versionColumns })
  return rows.map(toVersion)
}

/** @throws AppError not_found when there is no such version in the school, or it is a draft that the person may not see */
export async function readVersion(db: TenantClient, rulesId: string, drafts: boolean): Promise<OneVersion> {
  const row = await db.evaluationRules.findFirst({
    where: { id: rulesId, ...(drafts ? {} : { status: { not: 'draft' } }) },
    select: {
      ...versionColumns,
      rules: true,
      schoolYear: { select: { id: true, name: true, status: true, periods: { select: { id: true } } } },
    },
  })
  if (!row) throw new AppError('not_found')
  const { rules, schoolYear, ...version } = row
  const { periods, ...year } = schoolYear
  return { ...toVersion(version), year, periodCount: periods.length, rules: evaluationRules.parse(rules) }
}
