import type { Role } from '@/lib/platform/permissions'
import { naturalName } from '@/lib/shared/names'
import { makeGiven, makeSurname } from './people'
import type { Random } from './random'
import type { DemoSchool } from './schools'

export type DemoPerson = { id: string; email: string; name: string; role: Role }

/** The people who work in a school. The first of each role has the address `<role>@<school>.example.com`. */
export function makeStaff(random: Random, school: DemoSchool, newId: () => string): DemoPerson[] {
  const counts: [Role, number][] = [
    ['rector', 1],
    ['coordinator', 2],
    ['secretary', 2],
    ['teacher', school.teachers],
  ]
  return counts.flatMap(([role, count]) =>
    Array.from({ length: count }, (_, index) => {
      const person = {
        firstSurname: makeSurname(random),
        secondSurname: makeSurname(random),
        ...makeGiven(random, random.chance(0.6) ? 'F' : 'M', false),
      }
      return {
        id: newId(),
        email: index === 0 ? addressOf(role, school) : `${role}${index + 1}@${school.slug}.example.com`,
        name: naturalName(person),
        role,
      }
    }),
  )
}

export const addressOf = (role: Role, school: { slug: string }): string => `${role}@${school.slug}.example.com`
