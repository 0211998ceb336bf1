import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { Callout } from '@/components/ui/callout'
import { readCourseRecoveries } from '@/lib/domain/evaluation/recoveries/course/queries'
import { showScore } from '@/lib/domain/evaluation/scale/rules'
import { type NationalLevel, nationalLevels, type StageRules } from '@/lib/domain/evaluation/schema'
import { readCourse } from '@/lib/domain/gradebook/courses/queries'
import { orNotFound } from '@/lib/platform/page'
import { CourseHeader } from '../_parts/course-header'
import { courseAsked } from '../_parts/course-page'
import { PlanAll } from './_parts/plan-all'
import { RecoveryList } from './_parts/recovery-list'

type Page = PageProps<'/[school]/gradebook/[courseId]/recoveries'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('view.recoveries') }
}

/** Who failed the course, and the way to lift the mark: planned, held, written. */
export default async function RecoveriesPage(given: Page) {
  const [{ ctx, courseId, periodId }, { year }] = await Promise.all([courseAsked(given), given.searchParams])
  const course = await orNotFound(readCourse.run(ctx, { courseId, ...(periodId ? { periodId } : {}) }))
  const { period } = course
  if (!period) notFound()
  const whole = year === 'true'
  const at = { courseOfferingId: courseId, ...(whole ? {} : { academicPeriodId: period.id }) }
  const [{ rules: sent, writes, students }, t, evaluation, locale] = await Promise.all([
    orNotFound(readCourseRecoveries.run(ctx, at)),
    getTranslations('recoveries'),
    getTranslations('evaluation'),
    getLocale(),
  ])
  const rules = sent as StageRules
  const show = (value: string) => showScore(rules, value, locale)
  const header = (
    <CourseHeader
      ctx={ctx}
      course={course}
      view="recoveries"
      file={
        students.length > 0
          ? `/${ctx.school.slug}/gradebook/${courseId}/recoveries/export${whole ? '' : `?academicPeriodId=${period.id}`}`
          : undefined
      }
      whole={{
        href: `/${ctx.school.slug}/gradebook/${courseId}/recoveries?period=${period.id}&year=true`,
        label: t('whole'),
        current: whole,
      }}
    />
  )
  if (course.assessment === 'descriptive')
    return (
      <>
        {header}
        <EmptyState title={t('wordsTitle')}>{t('wordsText')}</EmptyState>
      </>
    )
  const { ceiling, keeps } = rules.recovery
  const pass = show(rules.passMark)
  const waiting = students.filter(({ recovery }) => !recovery)
  const isOver = ({ status }: { status: string }) => status === 'closed' || status === 'published'
  const levels = Object.fromEntries(nationalLevels.map((level) => [level, evaluation(`level.${level}`)]))
  return (
    <ClientMessages namespaces={['recoveries']}>
      {header}
      {students.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText', { pass })}</EmptyState>
      ) : (
        <div className="grid max-w-5xl grid-cols-1 gap-4">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <div>
              <p className="reading">
                {t('intro', {
                  pass,
                  keeps: evaluation(`rule.recovery.${keeps}`),
                  ceiling: ceiling === null ? t('noCeiling') : t('ceiling', { ceiling: show(ceiling) }),
                })}
              </p>
              <p className="nums text-muted">
                {t('count', {
                  failed: waiting.length,
                  planned: students.filter(({ recovery }) => recovery?.status === 'planned').length,
                  done: students.filter(({ recovery }) => recovery?.status === 'done').length,
                })}
              </p>
            </div>
            {writes && waiting.length > 1 && (
              <PlanAll
                school={ctx.school.slug}
                at={at}
                enrollmentIds={waiting.map(({ enrollmentId }) => enrollmentId)}
              />
            )}
          </div>
          {whole && !course.periods.every(isOver) && <Callout tone="warning">{t('soFar')}</Callout>}
          {!whole && isOver(period) && writes && <Callout>{t('closed')}</Callout>}
          <RecoveryList
            school={ctx.school.slug}
            at={at}
            students={students}
            rules={rules}
            levels={levels as Record<NationalLevel, string>}
            writes={writes}
          />
        </div>
      )}
    </ClientMessages>
  )
}
