import { ageOn, type IsoDay } from '../../lib/shared/dates'
import type { PersonName } from '../../lib/shared/names'
import {
  type Gender,
  type Maker,
  makeAdultDocument,
  makeBirth,
  makeEmail,
  makeGiven,
  makePhone,
  makeSurname,
} from './people'
import { occupations, workplaces } from './places'

/** Codes of lib/domain/guardians/schema `relationships`. */
export type Role = 'mother' | 'father' | 'grandmother' | 'grandfather' | 'stepfather' | 'aunt'

export type DemoGuardian = PersonName & {
  secondSurname: string | null
  secondName: string | null
  relationship: Role
  documentType: string
  documentNumber: string
  phone: string
  email: string | null
  address: string
  occupation: string | null
  workplace: string | null
}

type Household = {
  fathers: string
  mothers: string
  mothersSecond: string
  foreign: boolean
  /** Birth date of the eldest child. */
  eldest: IsoDay
  home: Record<string, string>
}

const genderOf: Record<Role, Gender> = {
  mother: 'F',
  father: 'M',
  grandmother: 'F',
  grandfather: 'M',
  stepfather: 'M',
  aunt: 'F',
}

/** Age at the birth of the eldest child. */
const ageAtBirth: Record<Role, [number, number]> = {
  mother: [17, 36],
  father: [18, 42],
  grandmother: [38, 58],
  grandfather: [40, 62],
  stepfather: [20, 40],
  aunt: [18, 40],
}

function surnamesOf(role: Role, household: Household, maker: Maker): [string, string] {
  const other = makeSurname(maker.random, household.foreign)
  if (role === 'father') return [household.fathers, other]
  if (role === 'mother' || role === 'aunt') return [household.mothers, household.mothersSecond]
  if (role === 'grandfather') return [household.mothers, other]
  // The mother's mother: her first surname is the mother's second.
  if (role === 'grandmother') return [household.mothersSecond, other]
  return [other, makeSurname(maker.random, household.foreign)]
}

function occupationOf(gender: Gender, age: number, maker: Maker): string {
  if (age >= 62) return gender === 'F' ? 'Pensionada' : 'Pensionado'
  return maker.random.pick([...occupations[gender], ...occupations.both])
}

/** The grown-ups of one home, each with a telephone and three in four with an e-mail; the first always has one. */
export function makeGuardians(maker: Maker, roles: readonly Role[], household: Household): DemoGuardian[] {
  const { random, on } = maker
  return roles.map((role, index) => {
    const gender = genderOf[role]
    const age = ageOn(household.eldest, on) + random.int(...ageAtBirth[role])
    const birthDate = makeBirth(maker, age)
    const [firstSurname, secondSurname] = surnamesOf(role, household, maker)
    const { firstName, secondName = null } = makeGiven(random, gender, false)
    const name = { firstSurname, secondSurname, firstName, secondName }
    const occupation = random.chance(0.9) ? occupationOf(gender, age, maker) : null
    const works = occupation !== null && !['Ama de casa', 'Pensionada', 'Pensionado'].includes(occupation)
    return {
      ...name,
      relationship: role,
      ...makeAdultDocument(maker, gender, birthDate, household.foreign),
      phone: makePhone(maker),
      email: index === 0 || random.chance(0.6) ? makeEmail(maker, name) : null,
      address: household.home.address ?? '',
      occupation,
      workplace: works && random.chance(0.7) ? random.pick(workplaces) : null,
    }
  })
}
