import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { listUnplaced } from '@/lib/domain/academics/placements/queries'
import type { GroupStudents } from '@/lib/domain/academics/placements/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { today } from '@/lib/shared/dates'
import { PlaceStudents } from './place-students'

type Props = { ctx: SchoolContext; group: GroupStudents['group']; name: string; grade: string; students: number }

/** The students of the grade who sit in no group, to be placed in this one. */
export async function PlaceSection({ ctx, group, name, grade, students }: Props) {
  const [{ items }, t, enrollments] = await Promise.all([
    orNotFound(listUnplaced.run(ctx, { classGroupId: group.id })),
    getTranslations('placements'),
    getTranslations('enrollments'),
  ])
  const now = today()
  return (
    <Section title={t('unplaced', { grade })} intro={items.length > 0 && t('unplacedText', { count: items.length })}>
      {items.length === 0 ? (
        <p className="text-muted">{t('emptyAll')}</p>
      ) : (
        <PlaceStudents
          school={ctx.school.slug}
          group={{ id: group.id, name, code: group.code, capacity: group.capacity, students }}
          waiting={items.map(({ status, ...student }) => ({
            ...student,
            status: enrollments(`status.${status as 'active'}`),
          }))}
          first={now < group.startsOn ? group.startsOn : now > group.endsOn ? group.endsOn : now}
          min={group.startsOn}
        />
      )}
    </Section>
  )
}
