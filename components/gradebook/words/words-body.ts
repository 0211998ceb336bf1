import type { WordKind } from '@/lib/domain/gradebook/comments/schema'

export type WordsBody = WordsOf & { text: string; version: number }

/** What a text is about: a student's in a course, or the director's of a student. Plain, so that the server can say it. */
export type WordsOf =
  | { courseId: string; periodId: string; enrollmentId: string; kind: WordKind }
  | { periodId: string; enrollmentId: string }

/** Its place in the queue, one for each text. */
export const wordsKey = (of: WordsOf): string =>
  'courseId' in of
    ? `comment:${of.courseId}:${of.periodId}:${of.enrollmentId}:${of.kind}`
    : `observation:${of.periodId}:${of.enrollmentId}`

export const wordsCall = (of: WordsOf, text: string, version: number) => ({
  key: wordsKey(of),
  url: `/api/v1/gradebook/${'courseId' in of ? 'comments' : 'observations'}`,
  method: 'PUT' as const,
  body: { ...of, text, version },
})

/** Words that waited for the answer of earlier ones build on their version. */
export const rebaseWords = (body: unknown, answer: unknown): unknown => ({
  ...(body as WordsBody),
  version: (answer as { version: number }).version,
})
