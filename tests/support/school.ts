import { createHash } from 'node:crypto'
import { database } from '@/lib/platform/db/client'
import { hashPassword } from '@/lib/platform/password'
import { type Role, roles } from '@/lib/platform/permissions'
import { dayToDate } from '@/lib/shared/dates'
import { newId, unique } from './ids'

export type Member = { userId: string; membershipId: string; email: string; name: string }

export type TestSchool = {
  id: string
  slug: string
  name: string
  /** The active year and its periods, and one in planning after it. */
  yearId: string
  periodIds: string[]
  nextYearId: string
  members: Record<Role, Member>
  /** By code. */
  requirements: Record<string, string>
  /** By code: habeas_data, tratamiento_datos. */
  consentTexts: Record<string, string>
}

export type SchoolOverrides = {
  slug?: string
  name?: string
  city?: string
  sector?: 'official' | 'private'
  calendar?: 'A' | 'B'
  nit?: string
  isActive?: boolean
}

/** The password of everybody whom the factories make. */
export const password = 'Cuaderno-Azul-2026'
let hashed: Promise<string> | undefined

const requirements = [
  { code: 'birth_certificate', name: 'Registro civil de nacimiento', kind: 'file', appliesTo: { new: true } },
  { code: 'identity_document', name: 'Documento de identidad', kind: 'file', appliesTo: {} },
  { code: 'report_card', name: 'Boletín del año anterior', kind: 'file', appliesTo: { minGrade: '1' } },
  { code: 'habeas_data', name: 'Autorización de habeas data', kind: 'consent', appliesTo: {} },
  { code: 'tratamiento_datos', name: 'Tratamiento de datos del menor', kind: 'consent', appliesTo: {} },
]

const consentBody = (code: string) => `Texto de prueba de ${code}: autorizo al colegio.`

/** A user who can sign in with `password`; without membership unless `memberOf` makes one. */
export async function addUser(over: { email?: string; fullName?: string; isSuperadmin?: boolean } = {}) {
  hashed ??= hashPassword(password)
  const id = newId()
  const email = over.email ?? `persona-${unique()}@example.com`
  const fullName = over.fullName ?? `Persona ${unique()}`
  const { prisma } = database()
  await prisma.user.create({ data: { id, email, fullName, isSuperadmin: over.isSuperadmin ?? false } })
  await prisma.userCredential.create({ data: { userId: id, passwordHash: await hashed } })
  return { userId: id, email, name: fullName }
}

export async function memberOf(school: { id: string }, userId: string, names: Role[], isActive = true) {
  const id = newId()
  await database().prisma.schoolMembership.create({
    data: { schoolId: school.id, id, userId, roles: names, isActive },
  })
  return id
}

/** A school as it is after its first day: settings, years, periods, documents to ask for, consents, one member per role. */
export async function testSchool(over: SchoolOverrides = {}): Promise<TestSchool> {
  const { prisma } = database()
  const id = newId()
  const slug = over.slug ?? `colegio-${unique()}`
  const name = over.name ?? `Colegio ${slug}`
  await prisma.school.create({
    data: {
      id,
      slug,
      name,
      city: over.city ?? 'Medellín',
      sector: over.sector ?? 'official',
      calendar: over.calendar ?? 'A',
      isActive: over.isActive ?? true,
      nit: over.nit ?? null,
    },
  })
  await prisma.schoolSettings.create({ data: { schoolId: id, brandingSettings: { primaryColor: '#1f4b99' } } })
  const [yearId, nextYearId] = [newId(), newId()]
  await prisma.schoolYear.createMany({
    data: [
      { schoolId: id, id: yearId, name: '2026', ...days('2026-01-19', '2026-11-27'), status: 'active' },
      { schoolId: id, id: nextYearId, name: '2027', ...days('2027-01-18', '2027-11-26'), status: 'planning' },
    ],
  })
  const periodIds = [newId(), newId()]
  await prisma.academicPeriod.createMany({
    data: [
      { ...period(1, '2026-01-19', '2026-06-12'), id: periodIds[0]!, schoolId: id, schoolYearId: yearId },
      { ...period(2, '2026-07-06', '2026-11-27'), id: periodIds[1]!, schoolId: id, schoolYearId: yearId },
    ],
  })
  const asked = requirements.map((requirement, position) => ({ ...requirement, position, id: newId(), schoolId: id }))
  await prisma.requiredDocument.createMany({ data: asked })
  const texts = asked
    .filter(({ kind }) => kind === 'consent')
    .map(({ code, name: title }) => ({
      schoolId: id,
      id: newId(),
      code,
      version: 1,
      title,
      body: consentBody(code),
      sha256: createHash('sha256').update(consentBody(code)).digest('hex'),
    }))
  await prisma.consentText.createMany({ data: texts })
  const members = await Promise.all(
    roles.map(async (role) => {
      const user = await addUser({ email: `${role}@${slug}.example.com`, fullName: `${role} de ${slug}` })
      return [role, { ...user, membershipId: await memberOf({ id }, user.userId, [role]) }] as const
    }),
  )
  return {
    id,
    slug,
    name,
    yearId,
    nextYearId,
    periodIds,
    members: Object.fromEntries(members) as TestSchool['members'],
    requirements: Object.fromEntries(asked.map((row) => [row.code, row.id])),
    consentTexts: Object.fromEntries(texts.map((row) => [row.code, row.id])),
  }
}

const days = (from: string, to: string) => ({ startsOn: dayToDate(from), endsOn: dayToDate(to) })
const period = (number: number, from: string, to: string) => ({
  number,
  name: `Periodo ${number}`,
  ...days(from, to),
  status: 'open',
})
