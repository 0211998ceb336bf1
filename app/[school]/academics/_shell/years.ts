import { listYears } from '@/lib/domain/years/queries'
import type { YearRow } from '@/lib/domain/years/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'

/** What the pages of the structure are given: the school, and the year in the address. */
export type YearPage = {
  params: Promise<{ school: string }>
  searchParams: Promise<{ year?: string | string[]; named?: string | string[] }>
}

export type ChosenYear = { years: YearRow[]; year: YearRow | null; isDefault: boolean }

/** The year that a page of the structure shows: the one in the address, else the active one, else the latest. */
export async function chosenYear(ctx: SchoolContext, wanted: string | string[] | undefined): Promise<ChosenYear> {
  const { items: years } = await orNotFound(listYears.run(ctx, {}))
  const usual = years.find(({ status }) => status === 'active') ?? years[0] ?? null
  const year = years.find(({ id }) => id === wanted) ?? usual
  return { years, year, isDefault: year?.id === usual?.id }
}

/** Whether its structure may still change. */
export const isOpen = (year: YearRow): boolean => year.status === 'planning' || year.status === 'active'

/** An address of the structure in the year that is shown. */
export const inYear = (path: string, { year, isDefault }: ChosenYear): string =>
  year && !isDefault ? `${path}?year=${year.id}` : path
