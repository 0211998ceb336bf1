import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { translator } from '@/lib/platform/translator'
import { compulsoryAreas, sameName } from './rules'

export const areaColumns = {
  id: true,
  name: true,
  shortName: true,
  legalCode: true,
  position: true,
  isActive: true,
  version: true,
} as const

/** The nine areas of the law in the person's language, as they would be stored; on request with the media's. */
export async function offeredAreas(ctx: SchoolContext, media = false) {
  const t = await translator(ctx.locale, 'academics')
  const nine = compulsoryAreas.map((legalCode) => ({
    legalCode: legalCode as number | null,
    name: t(`compulsory.${legalCode}.name`),
    shortName: t(`compulsory.${legalCode}.short`),
  }))
  return media
    ? [...nine, { legalCode: null, name: t('compulsory.media.name'), shortName: t('compulsory.media.short') }]
    : nine
}

/** @throws AppError duplicate at `name` when another area is called so, accents and capitals aside */
export async function refuseTakenArea(
  db: Pick<TenantClient, 'academicArea'>,
  name: string,
  id?: string,
): Promise<void> {
  const others = await db.academicArea.findMany({ select: { id: true, name: true } })
  if (others.some((area) => area.id !== id && sameName(area.name, name)))
    throw new AppError('duplicate', { field: 'name', reason: 'academics.refusal.areaTaken' })
}

/** The place after the last one; tens leave room for what comes between. */
export async function nextAreaPosition(db: Pick<TenantClient, 'academicArea'>): Promise<number> {
  const last = await db.academicArea.findFirst({ orderBy: { position: 'desc' }, select: { position: true } })
  return (last?.position ?? 0) + 10
}
