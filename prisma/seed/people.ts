import { addDays, ageOn, type IsoDay } from '../../lib/shared/dates'
import type { PersonName } from '../../lib/shared/names'
import { normalizeSearch } from '../../lib/shared/search-text'
import { boys, girls, men, surnames, venezuelanSurnames, women } from './names'
import { type City, places } from './places'
import type { Random } from './random'

export type Gender = 'F' | 'M'

export type Maker = {
  random: Random
  city: City
  /** The day on which ages count. */
  on: IsoDay
  /** Documents and telephones given out so far. */
  taken: Set<string>
}

function unused(maker: Maker, make: () => string): string {
  for (let tries = 0; tries < 1000; tries += 1) {
    const text = make()
    if (!maker.taken.has(text)) {
      maker.taken.add(text)
      return text
    }
  }
  throw new Error('The generator ran out of numbers')
}

const digits = (random: Random, count: number) => String(random.int(0, 10 ** count - 1)).padStart(count, '0')

export function makeSurname(random: Random, venezuelan = false): string {
  return random.pickRanked(venezuelan ? venezuelanSurnames : surnames)
}

/** One or two given names in their fields; a compound name from the lists fills both. */
export function makeGiven(
  random: Random,
  gender: Gender,
  child: boolean,
): Pick<PersonName, 'firstName' | 'secondName'> {
  const from = gender === 'F' ? (child ? girls : women) : child ? boys : men
  const [firstName = '', secondName = null] = random.pickRanked(from).split(' ')
  if (secondName || !random.chance(0.45)) return { firstName, secondName }
  const single = from.filter((name) => !name.includes(' ') && name !== firstName)
  return { firstName, secondName: random.pick(single) }
}

/** What a child of that age carries; three in a hundred of seven still have the registro civil, some Venezuelans no papers yet. */
export function makeChildDocument(
  maker: Maker,
  birthDate: IsoDay,
  foreign: boolean,
): { documentType: string; documentNumber: string } {
  const { random } = maker
  if (foreign) {
    const documentType = random.weighted([
      ['PPT', 80],
      ['PEP', 6],
      ['PA', 4],
      ['NES', 10],
    ] as const)
    const number = {
      PPT: () => `${random.int(4, 7)}${digits(random, 6)}`,
      PEP: () => `8${digits(random, 14)}`,
      PA: () => `1${digits(random, 8)}`,
      NES: () => `N${digits(random, 9)}`,
    }
    return { documentType, documentNumber: unused(maker, number[documentType]) }
  }
  const age = ageOn(birthDate, maker.on)
  const documentType = age < 7 || (age === 7 && random.chance(0.3)) ? 'RC' : age < 18 ? 'TI' : 'CC'
  return {
    documentType,
    documentNumber: unused(maker, () => random.pick(places[maker.city].cedulas.child) + digits(random, 6)),
  }
}

export function makeAdultDocument(
  maker: Maker,
  gender: Gender,
  birthDate: IsoDay,
  foreign: boolean,
): { documentType: string; documentNumber: string } {
  const { random } = maker
  if (foreign) {
    const documentType = random.weighted([
      ['PPT', 80],
      ['CE', 15],
      ['PA', 5],
    ] as const)
    const number = {
      PPT: () => `${random.int(1, 6)}${digits(random, 6)}`,
      CE: () => `${random.int(3, 9)}${digits(random, 5)}`,
      PA: () => `0${digits(random, 8)}`,
    }
    return { documentType, documentNumber: unused(maker, number[documentType]) }
  }
  const { cedulas } = places[maker.city]
  const prefix = birthDate >= '1987' ? random.pick(cedulas.young) : random.pick(cedulas[gender])
  return { documentType: 'CC', documentNumber: unused(maker, () => prefix + digits(random, 6)) }
}

/** A mobile of a real operator's range with a middle block of zeros, so that nobody's telephone is meant. */
export function makePhone(maker: Maker): string {
  const operator = [
    '300',
    '301',
    '302',
    '304',
    '305',
    '310',
    '311',
    '312',
    '313',
    '314',
    '315',
    '316',
    '317',
    '318',
    '320',
    '321',
    '350',
  ]
  return unused(maker, () => `+57${maker.random.pick(operator)}000${digits(maker.random, 4)}`)
}

/** An address below example.com, which nobody can own (RFC 2606). */
export function makeEmail(maker: Maker, name: PersonName): string {
  const plain = (text: string) => normalizeSearch(text).replaceAll(' ', '')
  const local = maker.random.pick([
    `${plain(name.firstName)}.${plain(name.firstSurname)}`,
    `${plain(name.firstName)}${plain(name.firstSurname).slice(0, 1)}${plain(name.secondSurname ?? '').slice(0, 1)}`,
    `${plain(name.firstSurname)}.${plain(name.secondSurname ?? name.firstName)}`,
  ])
  return unused(maker, () => `${local}${maker.random.int(1, 999)}@familias.example.com`)
}

/** A day of birth such that the person has that age on the generator's day. */
export function makeBirth(maker: Maker, age: number): IsoDay {
  const year = Number(maker.on.slice(0, 4)) - age
  const before = addDays(`${year}${maker.on.slice(4)}`, -maker.random.int(0, 363))
  return before
}
