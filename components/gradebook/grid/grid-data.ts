import type { NationalLevel, StageRules } from '@/lib/domain/evaluation/schema'
import type { GridActivity, GridStudent } from '@/lib/domain/gradebook/scores/schema'

/** What the page hands to the grid, as one text: 800 cells as values would each be looked at on their way. */
export type GridData = {
  course: { courseId: string; periodId: string }
  rules: StageRules
  writes: boolean
  activities: Pick<GridActivity, 'id' | 'title' | 'weight' | 'categoryId' | 'dueOn'>[]
  categories: { id: string; name: string; weight: string }[]
  students: Pick<GridStudent, 'enrollmentId' | 'studentId' | 'name' | 'until' | 'scores' | 'recovery' | 'brought'>[]
  /** Words for the national levels. */
  levels: Record<NationalLevel, string>
  /** Where the pages of activities and students lie. */
  paths: { activities: string; students: string }
}
