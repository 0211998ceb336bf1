import type { Random } from '../random'

/** Hours of a course that a group and a teacher share. */
export type Weekly = { course: number; group: string; teacher: string; hours: number }
export type Hour = { course: number; slot: number }

/**
 * A week without clashes: every hour of every course gets one of `slots`, no group and no teacher two at once. Lessons are
 * the edges between groups and teachers, slots their colours; where no colour is free at both ends, a path of two colours
 * is turned round (Kőnig: as many colours as the busiest of them has hours always suffice).
 * @param lessonsADay how many slots make a day, so that a course spreads over the week
 * @throws Error when somebody has more hours than there are slots
 */
export function makeWeek(courses: readonly Weekly[], slots: number, lessonsADay: number, random: Random): Hour[] {
  const edges = random.shuffle(courses.flatMap((course) => Array.from({ length: course.hours }, () => course)))
  const colourOf: number[] = []
  const at = new Map<string, (number | undefined)[]>()
  const seats = (node: string) => at.get(node) ?? (at.set(node, []).get(node) as (number | undefined)[])
  const free = (node: string) =>
    Array.from({ length: slots }, (_, slot) => slot).filter((slot) => seats(node)[slot] === undefined)
  const endsOf = (edge: number) => [`g ${edges[edge]!.group}`, `t ${edges[edge]!.teacher}`] as const
  const put = (edge: number, slot: number) => {
    colourOf[edge] = slot
    for (const end of endsOf(edge)) seats(end)[slot] = edge
  }

  /** Hours of the course on the slot's day already: the fewer, the better. */
  const crowd = (course: number, slot: number) => {
    const day = Math.floor(slot / lessonsADay)
    return edges.filter(
      (edge, index) => edge.course === course && Math.floor((colourOf[index] ?? -1e6) / lessonsADay) === day,
    ).length
  }

  /** From the node on, edges of `from` become `to` and the other way round, as far as the path goes. */
  const turn = (start: string, from: number, to: number) => {
    const path: number[] = []
    for (let node = start, colour = from; ; colour = colour === from ? to : from) {
      const edge = seats(node)[colour]
      if (edge === undefined) break
      path.push(edge)
      node = endsOf(edge).find((end) => end !== node) as string
    }
    const colours = path.map((edge) => (colourOf[edge] === from ? to : from))
    for (const edge of path) for (const end of endsOf(edge)) seats(end)[colourOf[edge]!] = undefined
    for (const [index, edge] of path.entries()) put(edge, colours[index]!)
  }

  for (const [edge, { course }] of edges.entries()) {
    const [group, teacher] = endsOf(edge)
    const [ofGroup, ofTeacher] = [free(group), free(teacher)]
    const both = ofGroup.filter((slot) => ofTeacher.includes(slot))
    const [best] = both.sort((a, b) => crowd(course, a) - crowd(course, b))
    if (best !== undefined) {
      put(edge, best)
      continue
    }
    const [a, b] = [ofGroup[0], ofTeacher[0]]
    if (a === undefined || b === undefined) throw new Error('somebody has more hours than the week has lessons')
    // The path from the teacher through `a` cannot end at the group, where `a` is free: afterwards it is free at both ends.
    turn(teacher, a, b)
    put(edge, a)
  }
  return edges.map(({ course }, edge) => ({ course, slot: colourOf[edge]! }))
}
