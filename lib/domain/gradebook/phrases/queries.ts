import { query } from '@/lib/platform/operation'
import { readCourses } from '../policy'
import { readablePhrases } from './policy'
import { listPhrasesInput, type phraseKinds, phraseList } from './schema'

/** The bank of phrases: the school's and the own, of a subject and of all subjects. */
export const listPhrases = query({
  name: 'gradebook.listPhrases',
  permission: readCourses,
  input: listPhrasesInput,
  output: phraseList,
  run: async ({ db, ctx, input: { subjectId } }) => {
    const ofSubject = subjectId ? [{ OR: [{ subjectId: null }, { subjectId }] }] : []
    const rows = await db.commentPhrase.findMany({
      where: { AND: [{ isActive: true }, readablePhrases(ctx), ...ofSubject] },
      orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
      take: 300,
      select: { id: true, kind: true, text: true, ownerId: true, subjectId: true, version: true },
    })
    return {
      items: rows.map(({ ownerId, kind, ...row }) => ({
        ...row,
        kind: kind as (typeof phraseKinds)[number],
        shared: ownerId === null,
      })),
    }
  },
})
