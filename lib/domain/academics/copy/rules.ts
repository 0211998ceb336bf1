export type SourcePlan = {
  id: string
  name: string
  hours: { gradeLevel: string; weeklyHours: number }[]
  items: {
    gradeLevel: string
    subjectId: string
    weeklyHours: number
    isMandatory: boolean
    areaWeight: number | null
    position: number
  }[]
}
export type SourceCourse = {
  subjectId: string
  weeklyHours: number
  areaWeight: number | null
  position: number
  /** Main teachers of the day. */
  teacherIds: string[]
}
export type SourceGroup = {
  gradeLevel: string
  code: string
  shift: string | null
  capacity: number | null
  room: string | null
  /** By name: a plan is found again in the other year by what it is called. */
  plan: string | null
  directorId: string | null
  courses: SourceCourse[]
}
export type Structure = { plans: SourcePlan[]; groups: SourceGroup[] }

export type CopyChoices = {
  courses: boolean
  teachers: boolean
  staff: ReadonlySet<string>
  /** Names of the two years: «Plan de estudios 2026» goes on as «Plan de estudios 2027». */
  years: { from: string; to: string }
}

export type Copy = {
  plans: { name: string; isNew: boolean; grades: string[]; hours: SourcePlan['hours']; items: SourcePlan['items'] }[]
  groups: Omit<SourceGroup, 'courses'>[]
  courses: ({ gradeLevel: string; code: string } & SourceCourse)[]
  /** Ids of directors and teachers who are left out because they no longer work in the school. */
  gone: string[]
}

type Group = { gradeLevel: string; code: string }
const keyOf = ({ gradeLevel, code }: Group) => `${gradeLevel} ${code}`

/** Groups of one year that another one lacks; one that is switched off there is there. */
export function missingGroups<G extends Group>(from: readonly G[], to: readonly Group[]): G[] {
  const known = new Set(to.map(keyOf))
  return from.filter((group) => !known.has(keyOf(group)))
}

/**
 * What a year lacks of another one's structure. Whole pieces only, so that repeating it never brings back what somebody
 * took out on purpose: a grade that the plan has already stays as it is, and so does a group with its courses. Teachers
 * are added to courses that the copy makes.
 */
export function copyOf(from: Structure, to: Structure, { courses, teachers, staff, years }: CopyChoices): Copy {
  const renamed = (name: string) => name.replaceAll(years.from, years.to).slice(0, 100)
  const gone = new Set<string>()
  const working = (id: string) => {
    if (!staff.has(id)) gone.add(id)
    return staff.has(id)
  }
  const plans = from.plans.flatMap((plan) => {
    const wantedName = renamed(plan.name)
    const other = to.plans.find(({ name }) => name.toLowerCase() === wantedName.toLowerCase())
    const there = new Set([...(other?.hours ?? []), ...(other?.items ?? [])].map(({ gradeLevel }) => gradeLevel))
    const missing = <T extends { gradeLevel: string }>(rows: T[]) =>
      rows.filter(({ gradeLevel }) => !there.has(gradeLevel))
    const [hours, items] = [missing(plan.hours), missing(plan.items)]
    const grades = [...new Set([...hours, ...items].map(({ gradeLevel }) => gradeLevel))]
    return other && grades.length === 0
      ? []
      : [{ name: other?.name ?? wantedName, isNew: !other, grades, hours, items }]
  })
  const known = new Map(to.groups.map((group) => [keyOf(group), group]))
  const groups = missingGroups(from.groups, to.groups).map(({ courses: _, directorId, plan, ...group }) => ({
    ...group,
    plan: plan && renamed(plan),
    directorId: directorId && working(directorId) ? directorId : null,
  }))
  const wanted = courses
    ? from.groups
        .filter((group) => (known.get(keyOf(group))?.courses.length ?? 0) === 0)
        .flatMap(({ gradeLevel, code, courses: own }) =>
          own.map((course) => ({
            ...course,
            gradeLevel,
            code,
            teacherIds: teachers ? course.teacherIds.filter(working) : [],
          })),
        )
    : []
  return { plans, groups, courses: wanted, gone: [...gone] }
}

/** The copy in figures, for the preview and the history. */
export function countCopy({ plans, groups, courses }: Copy) {
  return {
    plans: plans.filter(({ isNew }) => isNew).length,
    grades: plans.reduce((sum, plan) => sum + plan.grades.length, 0),
    items: plans.reduce((sum, plan) => sum + plan.items.length, 0),
    groups: groups.length,
    directors: groups.filter(({ directorId }) => directorId !== null).length,
    courses: courses.length,
    teachers: courses.reduce((sum, course) => sum + course.teacherIds.length, 0),
  }
}
