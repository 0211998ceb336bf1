import { consentCodes } from '@/lib/domain/families/schema'
import { consentHash } from '@/lib/domain/families/steps'
import { defaultRequirements } from '@/lib/domain/requirements/rules'
import { database } from '@/lib/platform/db/client'
import { translator } from '@/lib/platform/translator'
import { addDays, dateToDay, dayToDate, today } from '@/lib/shared/dates'
import { gradeOrder } from '@/lib/shared/grades'
import { naturalName } from '@/lib/shared/names'
import requirementTexts from '@/messages/es/requirements.json'
import { addAcademics } from './academics/school'
import { addAttendance } from './attendance'
import { openEnrollment, type Requirement } from './enrollments'
import { makeFamilies } from './families'
import { makeIds } from './ids'
import { giveLinks } from './links'
import { demoMail } from './mails'
import { atWork } from './moments'
import { type Planned, planEnrollments } from './plan'
import { createRandom } from './random'
import { noRows, type PlacedStudent, placeFamily, type SchoolRows } from './rows'
import type { DemoSchool } from './schools'
import { addressOf, type DemoPerson, makeStaff } from './staff'
import { saveRows } from './store'
import { demoYears, periodRows } from './years'

export type SeededSchool = { id: string; people: DemoPerson[] }

/** A school with its settings, years, people, families, enrollments and files, as of `now`. */
export async function seedSchool(school: DemoSchool, now: Date, passwordHash: string): Promise<SeededSchool> {
  const { prisma } = database()
  const random = createRandom(school.seed)
  const newId = makeIds(random)
  const schoolId = newId()
  const day = today(now)
  const { name, slug, nit, resolution, city, sector, calendar } = school
  const founded = new Date(`${Number(day.slice(0, 4)) - 2}-02-03T09:00:00-05:00`)
  await prisma.school.create({
    data: { id: schoolId, slug, name, nit, resolution, city, sector, calendar, createdAt: founded },
  })
  await prisma.schoolSettings.create({
    data: {
      schoolId,
      peiSummary: school.peiSummary,
      brandingSettings: { primaryColor: school.color, contact: school.contact },
      simatSettings: {
        institutionCode: school.dane,
        municipalityCode: school.dane.slice(1, 6),
        exportEncoding: 'latin-1',
      },
    },
  })
  const years = demoYears(calendar, day, newId)
  await prisma.schoolYear.createMany({
    data: Object.values(years).map(({ startsOn, endsOn, ...year }) => ({
      schoolId,
      ...year,
      startsOn: dayToDate(startsOn),
      endsOn: dayToDate(endsOn),
    })),
  })
  const periods = Object.values(years).flatMap((year) => periodRows(schoolId, year, day, newId))
  await prisma.academicPeriod.createMany({ data: periods })

  const people = makeStaff(random, school, newId)
  const secretary = people.find(({ role }) => role === 'secretary')!
  const requirements = defaultRequirements(sector, requirementTexts.catalogue)
  await prisma.requiredDocument.createMany({ data: requirements.map((row) => ({ schoolId, id: newId(), ...row })) })
  const t = await translator('es', 'families')
  const texts = consentCodes.map((code) => {
    const [title, body] = [t(`consentText.${code}.title`), t(`consentText.${code}.body`, { school: name })]
    return {
      schoolId,
      id: newId(),
      code,
      version: 1,
      title,
      body,
      sha256: consentHash(title, body),
      createdAt: founded,
    }
  })
  await prisma.consentText.createMany({ data: texts })

  const rows = noRows()
  const families = makeFamilies({ seed: school.seed, students: school.students, city, on: years.active.startsOn })
  const placed = families.map((family) =>
    placeFamily(rows, schoolId, family, newId, atWork(random, addDays(years.closed.startsOn, -40))),
  )
  const shiftOf = (gradeLevel: string) => school.shifts[gradeOrder(gradeLevel) < gradeOrder('6') ? 0 : 1]
  const openings = planEnrollments(placed.flat(), years, shiftOf, now, random)
  const known = knownFamily(placed, openings)
  const desk = { schoolId, rows, random, newId, secretary, now }
  const links = giveLinks(desk, openings, known[0]!)
  const office = {
    ...desk,
    requirements: requirements as Requirement[],
    consentTexts: new Map(texts.map((text) => [text.code as string, text])),
  }
  for (const opening of openings)
    openEnrollment(office, { ...opening, linkId: links.get(opening.student.guardians[0]!.id) ?? null })
  addAcademics(desk, {
    school,
    year: years.active,
    day,
    teachers: people.filter(({ role }) => role === 'teacher').map(({ id }) => id),
    rectorId: people.find(({ role }) => role === 'rector')!.id,
    periods: periods
      .filter(({ schoolYearId }) => schoolYearId === years.active.id)
      .map((period) => ({ ...period, startsOn: dateToDay(period.startsOn), endsOn: dateToDay(period.endsOn) })),
  })
  rows.mails.push({ id: newId(), ...(await demoMail(schoolId, school, known, now)) })

  const everybody = [...people, ...connectFamily(rows, school, placed.flat(), known[0]!, newId)]
  await prisma.user.createMany({
    data: everybody.map(({ id, email, name: fullName }) => ({ id, email, fullName, createdAt: founded })),
  })
  await prisma.userCredential.createMany({ data: everybody.map(({ id }) => ({ userId: id, passwordHash })) })
  await prisma.schoolMembership.createMany({
    data: everybody.map(({ id, role }) => ({ schoolId, id: newId(), userId: id, roles: [role], createdAt: founded })),
  })
  await saveRows(rows)
  await addAttendance(desk, { seed: school.seed, year: years.active, day })
  return { id: schoolId, people: everybody }
}

/** A family with two children on the way to the next year, whose link everybody may know: one has sent some papers, one got one back. */
function knownFamily(families: readonly PlacedStudent[][], openings: Planned[]): PlacedStudent[] {
  const coming = (student: PlacedStudent) =>
    openings.find((opening) => opening.student === student && opening.year.status === 'planning')
  const family = families.find((children) => children.filter(coming).length >= 2)
  if (!family) throw new Error('the demo has no family with two children to enroll')
  const children = family.filter(coming)
  for (const [index, student] of children.entries()) {
    const opening = coming(student)!
    opening.story = index === 0 ? 'partly' : 'rejected'
    opening.groupCode = null
  }
  return children
}

/** A student and a guardian of the school who can sign in. */
function connectFamily(
  rows: SchoolRows,
  school: DemoSchool,
  students: readonly PlacedStudent[],
  { guardians }: PlacedStudent,
  newId: () => string,
): DemoPerson[] {
  const student = students.find(({ gradeLevel }) => gradeLevel === '10')!
  const guardian = guardians[0]!
  const people: DemoPerson[] = [
    { id: newId(), email: addressOf('student', school), name: naturalName(student), role: 'student' },
    { id: newId(), email: addressOf('acudiente', school), name: naturalName(guardian), role: 'acudiente' },
  ]
  rows.students.find(({ id }) => id === student.id)!.userId = people[0]!.id
  rows.guardians.find(({ id }) => id === guardian.id)!.userId = people[1]!.id
  return people
}
