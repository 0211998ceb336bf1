import { type GradeLevel, isGradeLevel, stageOf } from '@/lib/shared/grades'

/**
 * Effective weekly hours that a grade has to reach, unless the school says otherwise: 20 in preschool, 25 in primary, 30
 * in secondary and media (Decreto 1850 de 2002). The norm names none for adults' cycles: 20 to begin with.
 */
export function defaultHours(gradeLevel: string): number {
  const stage = isGradeLevel(gradeLevel) ? stageOf(gradeLevel satisfies GradeLevel) : 'other'
  if (stage === 'secundaria' || stage === 'media') return 30
  return stage === 'primaria' || stage === 'other' ? 25 : 20
}

/** Hours are kept with one decimal; tenths as whole numbers, or 0.1 + 0.2 would not be 0.3. */
const tenths = (hours: number) => Math.round(hours * 10)
export const isHours = (hours: number): boolean => Math.abs(hours * 10 - tenths(hours)) < 1e-9

/** The weekly hours of a grade's subjects together. */
export const sumHours = (items: readonly { weeklyHours: number }[]): number =>
  items.reduce((total, { weeklyHours }) => total + tenths(weeklyHours), 0) / 10

export type HoursState = 'short' | 'exact' | 'over'

/** How the subjects' hours stand against those that the grade must reach; `difference` in hours, negative when short. */
export function hoursState(total: number, required: number): { state: HoursState; difference: number } {
  const difference = (tenths(total) - tenths(required)) / 10
  return { state: difference < 0 ? 'short' : difference > 0 ? 'over' : 'exact', difference }
}

/** What a person types for hours: comma or point, at most one decimal, 0 to 60; null for anything else. */
export function parseHours(text: string): number | null {
  const typed = text.trim().replace(',', '.')
  if (!/^\d{1,2}(\.\d)?$/.test(typed)) return null
  const hours = Number(typed)
  return hours <= 60 ? hours : null
}

/** Percentages as typed: 0 to 100 with at most two decimals. */
export function parsePercent(text: string): number | null {
  const typed = text.trim().replace(',', '.').replace(/%$/, '').trim()
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) return null
  const percent = Number(typed)
  return percent <= 100 ? percent : null
}

type Weighted = { areaId: string; areaWeight: number | null }

/**
 * The area's mark weighs its subjects by hours, or by percentages of the school's own: then every subject of the area has
 * one, and they make 100.
 * @returns what is wrong, by the item's index
 */
export function weightProblems(items: readonly Weighted[]): { index: number; error: string }[] {
  const areas = new Map<string, number[]>()
  for (const [index, { areaId }] of items.entries()) areas.set(areaId, [...(areas.get(areaId) ?? []), index])
  return [...areas.values()].flatMap((members) => {
    const weights = members.map((index) => items[index]?.areaWeight ?? null)
    if (weights.every((weight) => weight === null)) return []
    const without = members.filter((_, at) => weights[at] === null)
    if (without.length > 0) return without.map((index) => ({ index, error: 'academics.invalid.weightMissing' }))
    const total = weights.reduce<number>((sum, weight) => sum + Math.round((weight ?? 0) * 100), 0)
    return total === 10_000 ? [] : members.map((index) => ({ index, error: 'academics.invalid.weightSum' }))
  })
}
