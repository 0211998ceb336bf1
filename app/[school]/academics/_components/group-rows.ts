import type { Row } from '@/components/layout/table-row'
import type { Texts } from '@/components/layout/texts'
import { occupancy } from '@/lib/domain/academics/groups/rules'
import type { GroupRow } from '@/lib/domain/academics/groups/schema'
import { isShift } from '@/lib/domain/enrollments/rules'
import { groupName } from './group-name'

type Words = { t: Texts<'academics'>; grades: Texts<'grades'>; shifts: Texts<'enrollments'> }

function students(group: GroupRow, { t }: Words) {
  if (!group.isActive) return { tone: 'neutral' as const, text: t('groups.inactive') }
  const { state, placed, capacity } = occupancy(group.placed, group.capacity)
  const waiting = group.named - group.placed
  const text = [
    capacity === null ? t('groups.occupancyOpen', { placed }) : t('groups.occupancy', { placed, capacity }),
    state === 'over' ? t('groups.over') : state === 'full' ? t('groups.full') : null,
    waiting > 0 ? t('groups.waiting', { count: waiting }) : null,
  ]
  const tone = state === 'over' ? 'danger' : state === 'full' || waiting > 0 ? 'warning' : placed > 0 ? 'ok' : 'neutral'
  return { tone: tone as 'ok', text: text.filter(Boolean).join(' · ') }
}

/** Plain rows of the list of groups, in words. */
export function groupRows(groups: readonly GroupRow[], path: string, words: Words): Row[] {
  return groups.map((group) => ({
    id: group.id,
    href: `${path}/groups/${group.id}`,
    cells: {
      name: groupName(group, words.grades),
      shift: group.shift && isShift(group.shift) ? words.shifts(`shift.${group.shift}`) : group.shift,
      director: group.director,
      plan: group.plan,
      courses: group.courses || null,
      students: students(group, words),
    },
  }))
}
