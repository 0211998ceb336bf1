import type { Score } from '@/lib/domain/evaluation/marks/activities/rules'
import type { CourseInput } from '@/lib/domain/evaluation/marks/rules'
import { defaultRules, rulesOfGrade } from '@/lib/domain/evaluation/rules'

/** The rules of a sixth grade in a school that changed none. */
export const sixth = rulesOfGrade(defaultRules(), '6')

/** Activities from [weight, score] pairs; a text instead of a score is a status. */
export function course(
  work: [number, string | Score['status'] | null, string?][],
  over: Partial<CourseInput> = {},
): CourseInput {
  const scores = work.map(([, text], index): [string, Score | undefined] => [
    `a${index}`,
    text === null
      ? undefined
      : /^\d/.test(text)
        ? { status: 'scored', score: text }
        : { status: text as 'excused', score: null },
  ])
  return {
    activities: work.map(([weight, , categoryId], index) => ({
      id: `a${index}`,
      title: `Actividad ${index + 1}`,
      weight: String(weight),
      categoryId: categoryId ?? null,
    })),
    categories: [],
    scores: Object.fromEntries(scores),
    ...over,
  }
}
