import { randomInt } from 'node:crypto'
import { fullName, type PersonName } from '@/lib/shared/names'
import { searchText } from '@/lib/shared/search-text'
import { boys, girls, surnames } from '@/prisma/seed/names'

const given = [...girls, ...boys]

const pick = (from: readonly string[]): string => from[randomInt(from.length)]!

export type Person = PersonName & { documentType: string; documentNumber: string }

/** Somebody with a Colombian name and a document that nobody else has. */
export function somebody(given_: Partial<Person> = {}, documentType = 'TI'): Person {
  return {
    firstSurname: pick(surnames),
    secondSurname: pick(surnames),
    firstName: pick(given),
    secondName: null,
    documentType,
    documentNumber: String(randomInt(1_000_000_000, 1_999_999_999)),
    ...given_,
  }
}

/** The columns of a person with the derived ones, as the program stores them. */
export function personColumns(person: Person) {
  const name = fullName(person)
  return {
    documentType: person.documentType,
    documentNumber: person.documentNumber,
    firstSurname: person.firstSurname,
    secondSurname: person.secondSurname ?? null,
    firstName: person.firstName,
    secondName: person.secondName ?? null,
    fullName: name,
    searchText: searchText([name], [person.documentNumber]),
  }
}
