export type PlannedGroup = { id: string; code: string; gradeLevel: string; studyPlanId: string | null }
export type PlannedItem = {
  studyPlanId: string
  gradeLevel: string
  subjectId: string
  weeklyHours: number
  areaWeight: number | null
  position: number
}
export type KnownCourse = {
  id: string
  classGroupId: string
  subjectId: string
  weeklyHours: number
  areaWeight: number | null
  /** 1 as long as nobody has adjusted the course by hand. */
  version: number
}

type Values = Pick<PlannedItem, 'subjectId' | 'weeklyHours' | 'areaWeight' | 'position'>
export type GroupCourses = {
  group: PlannedGroup
  create: Values[]
  /** Untouched courses whose hours or weight the plan has changed since. */
  update: ({ id: string } & Values)[]
  /** Adjusted by hand, and different from the plan: they stay. */
  kept: number
  /** Not in the plan: they stay too. */
  extra: number
  same: number
  /** Why nothing can be made: no plan, or the plan says nothing about the grade. */
  blocked: 'noPlan' | 'noItems' | null
}

/**
 * What making courses out of plans would do: each active group gets the subjects that its plan names for its grade.
 * A group without a plan takes the year's only one. Nothing is ever removed, nothing adjusted by hand is changed.
 * @param plans ids of the year's approved plans
 */
export function planCourses(
  groups: readonly PlannedGroup[],
  plans: readonly string[],
  items: readonly PlannedItem[],
  courses: readonly KnownCourse[],
): GroupCourses[] {
  return groups.map((group) => {
    const planId = group.studyPlanId ?? (plans.length === 1 ? plans[0] : undefined)
    const known = courses.filter(({ classGroupId }) => classGroupId === group.id)
    const nothing = { group, create: [], update: [], kept: 0, same: 0, extra: known.length }
    if (!planId || !plans.includes(planId)) return { ...nothing, blocked: 'noPlan' as const }
    const wanted = items.filter((item) => item.studyPlanId === planId && item.gradeLevel === group.gradeLevel)
    if (wanted.length === 0) return { ...nothing, blocked: 'noItems' as const }
    const values = wanted.map(({ subjectId, weeklyHours, areaWeight, position }) => ({
      subjectId,
      weeklyHours,
      areaWeight,
      position,
    }))
    const courseOf = (subjectId: string) => known.find((course) => course.subjectId === subjectId)
    const differing = values.flatMap((item) => {
      const course = courseOf(item.subjectId)
      const same = !course || (course.weeklyHours === item.weeklyHours && course.areaWeight === item.areaWeight)
      return same ? [] : [{ course, item }]
    })
    const update = differing.filter(({ course }) => course.version === 1)
    const create = values.filter(({ subjectId }) => !courseOf(subjectId))
    return {
      group,
      create,
      update: update.map(({ course, item }) => ({ id: course.id, ...item })),
      kept: differing.length - update.length,
      extra: known.filter(({ subjectId }) => !values.some((item) => item.subjectId === subjectId)).length,
      same: values.length - create.length - differing.length,
      blocked: null,
    }
  })
}
