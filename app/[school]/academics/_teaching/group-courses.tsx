import { BookOpen } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { listCourses } from '@/lib/domain/academics/courses/queries'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { AddCourse } from './add-course'
import { CourseList } from './course-list'

type Props = { ctx: SchoolContext; groupId: string; name: string; isOpen: boolean }

/** The courses of a group, and for the rector a subject more than the plan has. */
export async function GroupCourses({ ctx, groupId, name, isOpen }: Props) {
  const writes = isOpen && can(ctx.permissions, 'config:institution')
  const [{ items }, t, subjects] = await Promise.all([
    orNotFound(listCourses.run(ctx, { classGroupId: groupId, inactive: writes })),
    getTranslations('placements'),
    writes ? orNotFound(listSubjects.run(ctx, {})) : null,
  ])
  const has = new Set(items.map(({ subjectId }) => subjectId))
  const offered = (subjects?.items ?? []).filter(({ id, isActive }) => isActive && !has.has(id))
  return (
    <div className="grid grid-cols-1 gap-3">
      {writes && offered.length > 0 && (
        <div className="flex justify-end">
          <AddCourse
            school={ctx.school.slug}
            groupId={groupId}
            name={name}
            subjects={offered.map(({ id, name: subject }) => ({ value: id, label: subject }))}
          />
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState icon={<BookOpen aria-hidden="true" />} title={t('noCourses')}>
          {t('noCoursesText')}
        </EmptyState>
      ) : (
        <CourseList courses={items} path={`/${ctx.school.slug}/academics/courses`} year={name} />
      )}
    </div>
  )
}
