import readXlsxFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { exportCourses } from '@/lib/domain/academics/courses/export'
import { exportAudit } from '@/lib/domain/audit/export'
import { exportGuardians } from '@/lib/domain/guardians/export'
import { exportMails } from '@/lib/domain/mails/export'
import { exportPeople } from '@/lib/domain/people/export'
import { startRollover } from '@/lib/domain/rollovers/commands'
import { exportRolloverStudents } from '@/lib/domain/rollovers/export'
import { exportStudents } from '@/lib/domain/students/export'
import { database } from '@/lib/platform/db/client'
import type { Operation } from '@/lib/platform/operation'
import { MOST_ROWS } from '@/lib/platform/table-export'
import { addArea, addSubject } from '../support/academics'
import { bigYear } from '../support/big-year'
import { contextFor } from '../support/context'
import { newId } from '../support/ids'
import type { TestSchool } from '../support/school'

const STUDENTS = 2000
const PEOPLE = 300
const times = (count: number) => Array.from({ length: count }, (_, index) => ({ index, id: newId() }))

/** A guardian for each student, a staff of three hundred, ten courses for each group, and a long history and outbox. */
async function fill(school: TestSchool): Promise<void> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const person = (index: number) => ({ firstSurname: `Apellido${index}`, firstName: 'Marta' })
  await prisma.guardian.createMany({
    data: times(STUDENTS).map(({ index, id }) => ({
      ...{ ...mine, id, ...person(index), documentType: 'CC', documentNumber: `4${index}`, phone: '+573001234567' },
      ...{ fullName: `Apellido${index} Marta`, searchText: `apellido${index} marta` },
    })),
  })
  const users = times(PEOPLE)
  await prisma.user.createMany({
    data: users.map(({ index, id }) => ({ id, email: `docente-${id}@example.com`, fullName: `Docente ${index}` })),
  })
  await prisma.schoolMembership.createMany({
    data: users.map(({ id }) => ({ ...mine, id: newId(), userId: id, roles: ['teacher'] })),
  })
  const groups = await prisma.classGroup.findMany({ where: mine, select: { id: true } })
  const area = await addArea(school)
  const subjects = await Promise.all(times(10).map(() => addSubject(school, { areaId: area })))
  await prisma.courseOffering.createMany({
    data: groups.flatMap(({ id }) =>
      subjects.map((subjectId) => ({
        ...mine,
        classGroupId: id,
        subjectId,
        weeklyHours: 4,
      })),
    ),
  })
  await prisma.outboxMail.createMany({
    data: times(MOST_ROWS + 1).map(({ index, id }) => ({
      ...{ ...mine, id, to: `familia${index}@example.com`, template: 'familyLink', subject: 'Matrícula' },
      ...{ text: '', html: '', status: 'kept' },
    })),
  })
}

it(`makes the files of a school of ${STUDENTS} students in seconds, and says where a list was cut`, {
  timeout: 240_000,
}, async () => {
  const school = await bigYear(STUDENTS)
  await fill(school)
  const rector = await contextFor(school, 'rector')
  const { id: rolloverId } = await startRollover.run(rector, { fromYearId: school.yearId, toYearId: school.nextYearId })
  const told: string[] = []
  async function timed(operation: Pick<Operation<'school'>, 'name' | 'run'>, input: object, format = 'xlsx') {
    const began = performance.now()
    const file = (await operation.run(rector, { ...input, format })) as { content: string; count: number }
    const ms = performance.now() - began
    told.push(`${operation.name} ${format}: ${file.count} rows in ${ms.toFixed(0)} ms`)
    return { ...file, ms }
  }
  const students = await timed(exportStudents as never, {})
  await timed(exportStudents as never, {}, 'csv')
  const guardians = await timed(exportGuardians as never, {})
  const people = await timed(exportPeople as never, {})
  const courses = await timed(exportCourses as never, {})
  const rollover = await timed(exportRolloverStudents as never, { rolloverId })
  const mails = await timed(exportMails as never, {})
  await timed(exportAudit as never, {})
  console.info(told.join('\n'))
  expect([students.count, guardians.count, rollover.count]).toEqual([STUDENTS, STUDENTS, STUDENTS])
  expect(people.count).toBeGreaterThanOrEqual(PEOPLE)
  expect(courses.count).toBe(550)
  for (const { ms } of [students, guardians, people, courses, rollover]) expect(ms).toBeLessThan(10_000)

  expect(mails.count).toBe(MOST_ROWS)
  const [sheet] = await readXlsxFile(Buffer.from(mails.content, 'base64'))
  expect(sheet?.data).toHaveLength(MOST_ROWS + 2)
  expect(sheet?.data.at(-1)?.[0]).toContain('La lista sigue')
})
