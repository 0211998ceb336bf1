import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { WordsSheet, type WordsStudent } from '@/components/gradebook/words/words-sheet'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { readWords } from '@/lib/domain/gradebook/comments/queries'
import { kindsOf } from '@/lib/domain/gradebook/comments/schema'
import { readCourse } from '@/lib/domain/gradebook/courses/queries'
import { orNotFound } from '@/lib/platform/page'
import { schoolPhrasesLink } from '../../_list/phrases-link'
import { createPhraseAction, removePhraseAction } from '../../actions'
import { CourseHeader } from '../_parts/course-header'
import { courseAsked } from '../_parts/course-page'
import { AchievementsForm } from './achievements-form'

type Page = PageProps<'/[school]/gradebook/[courseId]/words'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('view.words') }
}

export default async function WordsPage(given: Page) {
  const { ctx, courseId, periodId } = await courseAsked(given)
  // Only an address without a period has to ask which one is meant.
  const period = periodId ?? (await orNotFound(readCourse.run(ctx, { courseId }))).period?.id
  if (!period) notFound()
  const at = { courseId, periodId: period }
  const [{ course, students, achievements, phrases }, t] = await Promise.all([
    orNotFound(readWords.run(ctx, at)),
    getTranslations('gradebook'),
  ])
  const kinds = kindsOf(course.assessment)
  const rows: WordsStudent[] = students.map(({ enrollmentId, name, until, words }) => ({
    id: enrollmentId,
    name,
    ...(until ? { note: t('studentLeft') } : {}),
    readOnly: until !== null,
    texts: kinds.map((kind) => {
      const own = words.find((one) => one.kind === kind)
      return {
        of: { ...at, enrollmentId, kind },
        label: t(`words.${kind}`),
        text: own?.text ?? '',
        version: own?.version ?? 0,
      }
    }),
  }))
  return (
    <>
      <CourseHeader ctx={ctx} course={course} view="words" action={await schoolPhrasesLink(ctx)} />
      <ClientMessages namespaces={['words']}>
        <AchievementsForm
          key={`${period}:${achievements.map(({ id, version }) => id + version).join()}`}
          school={ctx.school.slug}
          at={at}
          achievements={achievements}
          writes={course.writes}
        />
        {rows.length === 0 ? (
          <EmptyState title={t('empty.studentsTitle')}>{t('empty.studentsText')}</EmptyState>
        ) : (
          <WordsSheet
            key={period}
            school={ctx.school.slug}
            students={rows}
            phrases={phrases}
            subjectId={course.subjectId}
            writes={course.writes}
            actions={{ create: createPhraseAction, remove: removePhraseAction }}
          />
        )}
      </ClientMessages>
    </>
  )
}
