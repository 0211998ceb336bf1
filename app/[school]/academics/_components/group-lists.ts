import { getTranslations } from 'next-intl/server'
import { readGroupChoices } from '@/lib/domain/academics/groups/queries'
import { shifts } from '@/lib/domain/enrollments/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import type { GroupChoiceLists } from './group-fields'

/** What the lists of a group's form offer. */
export async function groupLists(ctx: SchoolContext, schoolYearId: string): Promise<GroupChoiceLists> {
  const [{ plans, directors }, t] = await Promise.all([
    orNotFound(readGroupChoices.run(ctx, { schoolYearId })),
    getTranslations('enrollments'),
  ])
  const choices = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return {
    shifts: shifts.map((value) => ({ value, label: t(`shift.${value}`) })),
    plans: choices(plans),
    directors: choices(directors),
  }
}
