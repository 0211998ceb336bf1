import { proposePlacement } from '@/lib/domain/enrollments/rules'
import { addDays, type IsoDay } from '@/lib/shared/dates'
import { type GradeLevel, gradeLevels, gradeOrder } from '@/lib/shared/grades'
import type { Opening } from './enrollments'
import type { Story } from './journey'
import { atWork } from './moments'
import type { Random } from './random'
import type { PlacedStudent } from './rows'
import type { DemoYears } from './years'

export type Planned = Omit<Opening, 'linkId'>

const thisYear: [Story, number][] = [
  ['enrolled', 87],
  ['commitment', 3],
  ['overdue', 2],
  ['left', 4],
  ['cameBack', 1],
  ['untouched', 1],
  ['inReview', 1],
  ['partly', 1],
]
const nextYear: [Story, number][] = [
  ['untouched', 27],
  ['partly', 18],
  ['rejected', 9],
  ['inReview', 13],
  ['ready', 7],
  ['enrolled', 18],
  ['commitment', 4],
  ['neverCame', 4],
]
const settled: Story[] = ['enrolled', 'left', 'cameBack', 'graduated']
const otherSchools = [
  'Colegio San Lucas',
  'Institución Educativa El Roble',
  'Liceo Los Andes',
  'Escuela Rural La Palma',
]
const day = 86_400_000

/**
 * What the school has on file of each student: nearly all are enrolled this year, a third are on the way to the next
 * one, some families are new, and of the eldest a third have graduated.
 */
export function planEnrollments(
  students: readonly PlacedStudent[],
  years: DemoYears,
  shiftOf: (gradeLevel: string) => string,
  now: Date,
  random: Random,
): Planned[] {
  const span = (from: Date, to: Date) => {
    const end = new Date(Math.min(to.getTime(), now.getTime()))
    return { from: new Date(Math.min(from.getTime(), end.getTime() - 6 * day)), to: end }
  }
  const before = (start: IsoDay, from: number, to: number) => atWork(random, addDays(start, -random.int(to, from)))
  const recently = () => span(new Date(now.getTime() - random.int(7, 40) * day), now)
  return students.flatMap((student): Planned[] => {
    const { gradeLevel, groupCode } = student
    const base = { student, previousSchool: null }
    const year = (
      which: keyof DemoYears,
      grade: string,
      kind: Opening['kind'],
      story: Story,
      when: { from: Date; to: Date },
    ): Planned => ({
      ...base,
      ...when,
      year: years[which],
      kind,
      gradeLevel: grade,
      groupCode,
      shift: shiftOf(grade),
      story,
      imported: which === 'closed' || (which === 'active' && settled.includes(story) && random.chance(0.75)),
      previousSchool: kind === 'transfer' ? random.pick(otherSchools) : null,
    })
    if (gradeLevel === '11' && random.chance(0.34)) {
      const when = span(before(years.closed.startsOn, 60, 20), atWork(random, years.closed.endsOn))
      return [year('closed', gradeLevel, 'returning', 'graduated', when)]
    }
    if (random.chance(0.09)) {
      const kind = random.chance(0.75) ? 'new' : 'transfer'
      const planned = year('planning', gradeLevel, kind, random.weighted(nextYear), recently())
      return [{ ...planned, groupCode: planned.story === 'enrolled' ? groupCode : null }]
    }
    const kind =
      gradeLevel === '0'
        ? 'new'
        : random.weighted([
            ['returning', 84],
            ['new', 11],
            ['transfer', 5],
          ] as const)
    const story = random.weighted(thisYear)
    const open = story !== 'enrolled'
    const end = open ? now : atWork(random, addDays(years.active.startsOn, random.int(-14, 4)))
    const current = year(
      'active',
      gradeLevel,
      kind,
      story,
      open && story !== 'left' && story !== 'cameBack' ? recently() : span(before(years.active.startsOn, 60, 20), end),
    )
    const planned = [current]
    if (kind === 'returning' && random.chance(0.2)) {
      const last = gradeLevels[gradeOrder(gradeLevel) - 1] as GradeLevel
      const when = span(before(years.closed.startsOn, 60, 20), atWork(random, addDays(years.closed.startsOn, 3)))
      planned.push(year('closed', last, 'returning', 'enrolled', when))
    }
    const stays = story === 'enrolled' || story === 'cameBack'
    const next = proposePlacement({ gradeLevel, groupCode, shift: null }).gradeLevel
    if (stays && next && random.chance(0.33)) {
      const coming = year('planning', next, 'returning', random.weighted(nextYear), recently())
      planned.push({ ...coming, groupCode: coming.story === 'enrolled' ? groupCode : null })
    }
    return planned
  })
}
