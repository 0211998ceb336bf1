import { hasOneTeacher, specialities } from './curriculum'
import type { DemoCourse } from './structure'

/** Hours that a teacher has at most (Decreto 1850 de 2002, art. 5: 22 of 60 minutes, 24 of 55). */
const fullLoad = 25

/**
 * Who teaches what: groups up to the fifth grade have one teacher each, from the end of the list; subjects from the sixth
 * on go to the others, one speciality after the other.
 * @returns teacher by course id
 */
export function giveCourses(courses: readonly DemoCourse[], teachers: readonly string[]): Map<string, string> {
  const given = new Map<string, string>()
  const small = [...new Set(courses.filter(({ group }) => hasOneTeacher(group.gradeLevel)).map(({ group }) => group))]
  const rest = teachers.slice(0, teachers.length - small.length)
  if (rest.length === 0) throw new Error('the demo has too few teachers')
  for (const [index, group] of small.entries())
    for (const course of courses.filter((one) => one.group === group))
      given.set(course.id, teachers[rest.length + index] as string)
  const load = new Map(rest.map((teacher) => [teacher, 0]))
  let next = 0
  for (const codes of specialities) {
    const mine = courses.filter((one) => !given.has(one.id) && codes.includes(one.subject))
    for (const course of mine) {
      while (next < rest.length - 1 && (load.get(rest[next]!) ?? 0) + course.hours > fullLoad) next += 1
      const lightest = [...load].sort(([, a], [, b]) => a - b)[0]?.[0] as string
      const fits = (load.get(rest[next]!) ?? 0) + course.hours <= fullLoad
      const teacher = fits ? (rest[next] as string) : lightest
      given.set(course.id, teacher)
      load.set(teacher, (load.get(teacher) ?? 0) + course.hours)
    }
  }
  return given
}

/** A director for each group out of who teaches it, each person for one group as far as they go. */
export function chooseDirectors(
  courses: readonly DemoCourse[],
  given: ReadonlyMap<string, string>,
): Map<string, string> {
  const directors = new Map<string, string>()
  for (const { group } of courses) {
    if (directors.has(group.id)) continue
    const here = courses.filter((one) => one.group === group).map(({ id }) => given.get(id) as string)
    const taken = new Set(directors.values())
    directors.set(group.id, here.find((teacher) => !taken.has(teacher)) ?? (here[0] as string))
  }
  return directors
}
