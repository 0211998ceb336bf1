import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { SecurityPolicy } from '@/lib/shared/security-policy'
import { type BrandingSettings, brandingSettings, simatSettings } from './schema'

const columns = {
  version: true,
  peiSummary: true,
  simatSettings: true,
  brandingSettings: true,
  securitySettings: true,
  paperSettings: true,
} as const

/** The school's settings with their parts read; what an older program wrote and nobody can read counts as not set. */
export async function readSettings(db: Pick<TenantClient, 'schoolSettings'>) {
  const row = await db.schoolSettings.findFirst({ where: {}, select: columns })
  if (!row) throw new AppError('not_found')
  return {
    ...row,
    simatSettings: simatSettings.catch({}).parse(row.simatSettings),
    brandingSettings: brandingSettings.catch({}).parse(row.brandingSettings),
  }
}

type SettingsChange = {
  peiSummary?: string | null
  simatSettings?: object
  brandingSettings?: BrandingSettings
  securitySettings?: SecurityPolicy
  /** Numbers and signatures; lib/domain/papers knows their shape. */
  paperSettings?: object
  habeasDataText?: string
}

/**
 * Saves parts of the settings when they still have the version that the person saw.
 * @returns the new version
 * @throws AppError conflict with the settings as they are now
 */
export async function saveSettings(
  db: Pick<TenantClient, 'schoolSettings'>,
  version: number,
  data: SettingsChange,
  shown: (current: Awaited<ReturnType<typeof readSettings>>) => unknown,
): Promise<number> {
  const { count } = await db.schoolSettings.updateMany({
    where: { version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', { current: shown(await readSettings(db)) })
  return version + 1
}
