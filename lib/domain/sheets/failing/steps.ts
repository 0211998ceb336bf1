import { markIn } from '../rules'
import { rulesOf, studentYears } from '../years/rules'
import { type Reader, yearRows } from '../years/sql'

/** The newest closed period of the running year, and how many areas each student who failed any has failed in it. */
export type FailedAreas = { period: { id: string; name: string }; counts: number[] }

/**
 * Counted as the list of who is failing counts. Only students with a low mark are read: where none is low, no mean of
 * them is. Null before a period is closed.
 */
export async function readFailedAreas(reader: Reader): Promise<FailedAreas | null> {
  const rows = await yearRows(reader, { lowOnly: true })
  const period = rows?.periods[0]
  if (!rows || !period) return null
  const { id, name } = period
  const counts = [...studentYears(rulesOf(rows), rows).values()].map(
    ({ areas }) => areas.filter((area) => markIn(area, id)?.passes === false).length,
  )
  return { period: { id, name }, counts: counts.filter((count) => count > 0) }
}
