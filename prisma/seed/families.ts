import { addDays, daysBetween, type IsoDay } from '../../lib/shared/dates'
import type { GradeLevel } from '../../lib/shared/grades'
import type { PersonName } from '../../lib/shared/names'
import { type DemoGuardian, makeGuardians, type Role } from './guardians'
import { type Gender, type Maker, makeChildDocument, makeGiven, makeSurname } from './people'
import { bloodTypes, type City, makeAddress, places } from './places'
import { createRandom, type Random } from './random'

export type DemoLink = {
  /** Position in the family's guardians. */
  guardian: number
  relationship: string
  isPrimary: boolean
  priority: number
  canPickup: boolean
  isEmergencyContact: boolean
}

export type DemoStudent = PersonName & {
  secondSurname: string | null
  secondName: string | null
  documentType: string
  documentNumber: string
  birthDate: IsoDay
  gender: Gender
  gradeLevel: GradeLevel
  /** A, B, C… evenly within the grade. */
  groupCode: string
  extraData: Record<string, string>
  links: DemoLink[]
}

export type DemoFamily = { students: DemoStudent[]; guardians: DemoGuardian[] }

export type FamilyOptions = {
  seed: number
  /** How many students in all, exactly. */
  students: number
  city: City
  /** The grades that the school has, default transición to 11. */
  grades?: readonly GradeLevel[]
  /** The day on which ages count, default the beginning of calendar A's 2026. */
  on?: IsoDay
  groupSize?: number
}

const defaultGrades: GradeLevel[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']

/** Years between a child's age at the end of the year and the one expected in the grade. */
const lateness = [
  [-1, 3],
  [0, 78],
  [1, 12],
  [2, 5],
  [3, 2],
] as const

const familySizes = [
  [1, 60],
  [2, 29],
  [3, 9],
  [4, 2],
] as const

/** A birth date for a grade, at least ten months away from every sibling's (twins apart). */
function birthFor(maker: Maker, grade: GradeLevel, siblings: readonly DemoStudent[]): IsoDay {
  const year = Number(maker.on.slice(0, 4))
  const expected = Number(grade) + 5
  const near = (day: IsoDay) => siblings.some((sibling) => Math.abs(daysBetween(sibling.birthDate, day)) < 300)
  for (let tries = 0; tries < 50; tries += 1) {
    const born = year - expected - maker.random.weighted(lateness)
    const day = addDays(`${born}-01-01`, maker.random.int(0, 364))
    if (!near(day)) return day
  }
  return addDays(`${year - expected}-01-01`, maker.random.int(0, 364))
}

/** The grades of brothers and sisters: each another one, a few years apart. */
function siblingGrades(random: Random, grades: readonly GradeLevel[], first: number, count: number): GradeLevel[] {
  const chosen = [first]
  while (chosen.length < Math.min(count, grades.length)) {
    const next = Math.min(
      grades.length - 1,
      Math.max(0, random.pick(chosen) + random.pick([-4, -3, -2, -2, -1, 1, 2, 2, 3, 4])),
    )
    if (!chosen.includes(next)) chosen.push(next)
    else if (random.chance(0.1)) break
  }
  return chosen.map((index) => grades[index] as GradeLevel)
}

/** What the children are to each guardian, and what the guardian may do. The first is called first. */
function linksFor(guardians: readonly DemoGuardian[], gender: Gender, random: Random): DemoLink[] {
  return guardians.map((guardian, index) => ({
    guardian: index,
    relationship: guardian.relationship,
    isPrimary: index === 0,
    priority: index + 1,
    canPickup: index === 0 || random.chance(gender === 'F' ? 0.7 : 0.65),
    isEmergencyContact: index === 0 || random.chance(0.5),
  }))
}

function makeStudent(
  maker: Maker,
  family: { surnames: [string, string | null]; foreign: boolean; home: Record<string, string> },
  grade: GradeLevel,
  siblings: readonly DemoStudent[],
): Omit<DemoStudent, 'groupCode' | 'links'> {
  const { random } = maker
  const gender: Gender = random.chance(0.5) ? 'F' : 'M'
  const birthDate = birthFor(maker, grade, siblings)
  let given = makeGiven(random, gender, true)
  while (siblings.some((sibling) => sibling.firstName === given.firstName)) given = makeGiven(random, gender, true)
  const place = places[maker.city]
  const born: Record<string, string> = family.foreign
    ? { originCountry: '862' }
    : {
        birthDepartment: place.department,
        birthMunicipality: place.municipality,
        issueDepartment: place.department,
        issueMunicipality: place.municipality,
        originCountry: '170',
      }
  return {
    firstSurname: family.surnames[0],
    secondSurname: family.surnames[1],
    firstName: given.firstName,
    secondName: given.secondName ?? null,
    ...makeChildDocument(maker, birthDate, family.foreign),
    birthDate,
    gender,
    gradeLevel: grade,
    extraData: { ...family.home, ...born, bloodType: random.weighted(bloodTypes) },
  }
}

function makeHome(maker: Maker): Record<string, string> {
  const place = places[maker.city]
  const [neighborhood, stratum] = maker.random.pick(place.neighborhoods)
  return {
    address: makeAddress(maker.random),
    neighborhood,
    stratum,
    residenceDepartment: place.department,
    residenceMunicipality: place.municipality,
    eps: maker.random.weighted(place.eps),
  }
}

/** Who the children live with; the first is the one whom the school calls. */
const households: readonly (readonly [readonly Role[], number])[] = [
  [['mother', 'father'], 44],
  [['father', 'mother'], 8],
  [['mother'], 20],
  [['mother', 'grandmother'], 9],
  [['mother', 'father', 'grandmother'], 7],
  [['grandmother'], 4],
  [['father'], 3],
  [['mother', 'stepfather'], 3],
  [['aunt', 'grandfather'], 1],
  [['mother', 'aunt'], 1],
]

function makeFamily(
  maker: Maker,
  grades: readonly GradeLevel[],
  first: number,
  size: number,
): Omit<DemoFamily, 'students'> & { students: Omit<DemoStudent, 'groupCode'>[] } {
  const { random } = maker
  const foreign = random.chance(0.05)
  const roles = random.weighted(households)
  const [fathers, mothers] = [makeSurname(random, foreign), makeSurname(random, foreign)]
  // A child whom only the mother registered carries both of her surnames.
  const recognised = roles.includes('father') || random.chance(0.75)
  const mothersSecond = makeSurname(random, foreign)
  const surnames: [string, string | null] = recognised
    ? [fathers, foreign && random.chance(0.1) ? null : mothers]
    : [mothers, mothersSecond]
  const family = { surnames, foreign, home: makeHome(maker) }
  const students: Omit<DemoStudent, 'groupCode' | 'links'>[] = []
  for (const grade of siblingGrades(random, grades, first, size))
    students.push(makeStudent(maker, family, grade, students as DemoStudent[]))
  const eldest = students.map((student) => student.birthDate).sort()[0] ?? maker.on
  const guardians = makeGuardians(maker, roles, { fathers, mothers, mothersSecond, foreign, eldest, home: family.home })
  return {
    guardians,
    students: students.map((student) => ({ ...student, links: linksFor(guardians, student.gender, random) })),
  }
}

/**
 * A school's families: children with their grade by age, brothers and sisters with the surnames of their parents, one to
 * three guardians each. The same options give the same families. Documents, telephones and addresses are unique in the result.
 */
export function makeFamilies(options: FamilyOptions): DemoFamily[] {
  const { seed, students, city, grades = defaultGrades, on = '2026-01-19', groupSize = 34 } = options
  const maker: Maker = { random: createRandom(seed), city, on, taken: new Set() }
  const families: ReturnType<typeof makeFamily>[] = []
  for (let made = 0; made < students; ) {
    const size = Math.min(maker.random.weighted(familySizes), students - made)
    const family = makeFamily(maker, grades, made % grades.length, size)
    families.push(family)
    made += family.students.length
  }
  const sizes = new Map<string, number>()
  for (const { gradeLevel } of families.flatMap((family) => family.students))
    sizes.set(gradeLevel, (sizes.get(gradeLevel) ?? 0) + 1)
  const seats = new Map<string, number>()
  return families.map((family) => ({
    guardians: family.guardians,
    students: family.students.map((student) => {
      const groups = Math.max(1, Math.ceil((sizes.get(student.gradeLevel) ?? 1) / groupSize))
      const seat = seats.get(student.gradeLevel) ?? 0
      seats.set(student.gradeLevel, seat + 1)
      return { ...student, groupCode: String.fromCharCode(65 + (seat % groups)) }
    }),
  }))
}
