import type { Score } from '@/lib/domain/evaluation/marks/activities/rules'
import { courseMark, type Mark } from '@/lib/domain/evaluation/marks/rules'
import type { GridData } from './grid-data'
import type { Row } from './store'

/**
 * The student's mark from the cells as they stand on the screen, saved or not, and from what was marked in another group
 * before a move; what is off the scale does not count.
 */
export function averageOf(data: GridData, row: Row, { recovery, brought }: GridData['students'][number]): Mark {
  const scores: Record<string, Score> = {}
  for (const [column, { id }] of data.activities.entries()) {
    const value = row.cells[column]?.value
    if (value && value.status !== 'cleared') scores[id] = value
  }
  const moved = brought.map(({ id, title, weight, category, status, score }) => {
    scores[id] = { status, score }
    return { id, title, weight, categoryId: data.categories.find(({ name }) => name === category)?.id ?? null }
  })
  return courseMark(data.rules, {
    activities: [...data.activities, ...moved],
    categories: data.categories,
    scores,
    recovery,
  })
}
