import type { Score } from '@/lib/domain/evaluation/marks/activities/rules'
import { courseMark, type Mark } from '@/lib/domain/evaluation/marks/rules'
import type { GridData } from './grid-data'
import type { Row } from './store'

/** The student's mark from the cells as they stand on the screen, saved or not; what is off the scale does not count. */
export function averageOf(data: GridData, row: Row, recovery: string | null): Mark {
  const scores: Record<string, Score> = {}
  for (const [column, { id }] of data.activities.entries()) {
    const value = row.cells[column]?.value
    if (!value || value.status === 'cleared') continue
    scores[id] = { status: value.status, score: value.score }
  }
  return courseMark(data.rules, {
    activities: data.activities,
    categories: data.categories,
    scores,
    ...(recovery === null ? {} : { recovery: { score: recovery } }),
  })
}
