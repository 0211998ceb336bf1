import '@/lib/platform/db/prisma'
import { computeFigures } from '@/lib/domain/schools/figures/steps'
import { database } from '@/lib/platform/db/client'
import { hashPassword } from '@/lib/platform/password'
import { makeIds } from './seed/ids'
import { showLately } from './seed/lately'
import { demoToken } from './seed/links'
import { createRandom } from './seed/random'
import { showReportCards } from './seed/report-cards'
import { seedSchool } from './seed/school'
import { demoSchools } from './seed/schools'
import { addressOf } from './seed/staff'

/** Everybody's in the demo; a database with real people never sees it, because the demo goes into an empty one only. */
export const demoPassword = 'Quebrada-Farallon-26'

export type DemoLogin = { email: string; password: string; role: string; school?: string; path?: string }

const shown = ['secretary', 'rector', 'coordinator', 'teacher', 'student', 'acudiente'] as const
const superadmin = { email: 'superadmin@athena.example.com', name: 'Ana Superadmin' }
const traveller = { email: 'dos.colegios@example.com', name: 'Gloria Inés Palacios Mena' }

/**
 * Two schools as of `now`: the same names, documents and stories in every run, with days that follow `now`.
 * @returns the logins; `path` of the family's link stands for a login that needs none
 * @throws Error when there is a school already
 */
export async function seedDemo({ now = new Date() } = {}): Promise<DemoLogin[]> {
  const { prisma } = database()
  if ((await prisma.school.count()) > 0) throw new Error('The demo goes into an empty database only')
  const passwordHash = await hashPassword(demoPassword)
  const newId = makeIds(createRandom(1), Date.UTC(2026, 0, 1))
  const people = [
    { id: newId(), ...superadmin, isSuperadmin: true },
    { id: newId(), ...traveller, isSuperadmin: false },
  ]
  await prisma.user.createMany({ data: people.map(({ name: fullName, ...person }) => ({ ...person, fullName })) })
  await prisma.userCredential.createMany({ data: people.map(({ id }) => ({ userId: id, passwordHash })) })
  const logins: DemoLogin[] = []
  const password = demoPassword
  for (const [index, school] of demoSchools.entries()) {
    const { id: schoolId, people: staff } = await seedSchool(school, now, passwordHash)
    await showReportCards(schoolId, staff.find(({ role }) => role === 'rector')!.id)
    await showLately(schoolId, staff)
    await computeFigures(schoolId)
    const roles = [index === 0 ? 'coordinator' : 'teacher']
    await prisma.schoolMembership.create({ data: { schoolId, id: newId(), userId: people[1]!.id, roles } })
    logins.push(...shown.map((role) => ({ email: addressOf(role, school), password, role, school: school.slug })))
    logins.push({
      email: '',
      password: '',
      role: 'family link',
      school: school.slug,
      path: `/f#${demoToken(schoolId)}`,
    })
  }
  return [
    ...logins,
    { email: traveller.email, password, role: 'coordinator and teacher', school: 'both' },
    { email: superadmin.email, password, role: 'superadmin' },
  ]
}
