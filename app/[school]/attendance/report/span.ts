import { type IsoDay, isIsoDay, today } from '@/lib/shared/dates'

const day = (value: unknown, otherwise: IsoDay) => (typeof value === 'string' && isIsoDay(value) ? value : otherwise)

/** The days in the address; without them the running month until today. */
export function spanOf(sent: { from?: unknown; to?: unknown }): { from: IsoDay; to: IsoDay } {
  const to = day(sent.to, today())
  return { from: day(sent.from, `${to.slice(0, 7)}-01`), to }
}
