import { beforeAll, expect, it } from 'vitest'
import { exportExcuses } from '@/lib/domain/attendance/excuses/export'
import { updateAttendanceSettings } from '@/lib/domain/attendance/settings/commands'
import { readAttendanceSettings } from '@/lib/domain/attendance/settings/schema'
import { invitePerson } from '@/lib/domain/people/invitations/commands'
import { setLimits } from '@/lib/domain/schools/limits/commands'
import { createStudent, setStudentActive } from '@/lib/domain/students/commands'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import type { Module } from '@/lib/shared/modules'
import { contextFor, platformContext } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { addStudent } from '@/tests/support/family'
import { unique } from '@/tests/support/ids'
import { refusal } from '@/tests/support/refusal'
import { type TestSchool, testSchool } from '@/tests/support/school'

let platform: PlatformContext
beforeAll(async () => {
  platform = await platformContext()
})

const none = { students: null, people: null, storageMb: null, closedModules: [] as Module[] }
const limit = async (school: TestSchool, over: Partial<typeof none> | object) => {
  const { version } = await database().prisma.school.findFirstOrThrow({ where: { id: school.id } })
  return setLimits.run(platform, { schoolId: school.id, version, ...none, ...over })
}

it('stops students beyond the number, new and reactivated, and none that is there', async () => {
  const school = await testSchool()
  const left = await addStudent(school, { isActive: false })
  await addStudent(school)
  const secretary = await contextFor(school, 'secretary')
  await limit(school, { students: 2 })
  await createStudent.run(secretary, studentInput(11, { extraData: {} }))
  const refused = await refusal(createStudent.run(secretary, studentInput(12, { extraData: {} })))
  expect([refused.code, refused.details.reason, refused.details.data]).toEqual([
    'not_allowed_now',
    'schools.refusal.limit.students',
    { limit: 2, count: 2, adding: 1 },
  ])
  const rector = await contextFor(school, 'rector')
  const back = setStudentActive.run(rector, { studentId: left.id, version: left.version, isActive: true })
  expect((await refusal(back)).details.reason).toBe('schools.refusal.limit.students')
  await limit(school, {})
  await createStudent.run(secretary, studentInput(12, { extraData: {} }))
})

it('stops people beyond theirs', async () => {
  const school = await testSchool()
  await limit(school, { people: 6 })
  const rector = await contextFor(school, 'rector')
  const invite = () =>
    invitePerson.run(rector, { email: `una-${unique()}@example.com`, fullName: 'Una Persona', roles: ['teacher'] })
  expect((await refusal(invite())).details.reason).toBe('schools.refusal.limit.people')
  await limit(school, { people: 7 })
  await invite()
})

it('counts who is added at the same moment', async () => {
  const school = await testSchool()
  await limit(school, { students: 1, people: 7 })
  const secretary = await contextFor(school, 'secretary')
  const rector = await contextFor(school, 'rector')
  const children = await Promise.allSettled(
    [31, 32, 33].map((number) => createStudent.run(secretary, studentInput(number, { extraData: {} }))),
  )
  expect(children.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const people = await Promise.allSettled(
    [1, 2, 3].map(() =>
      invitePerson.run(rector, { email: `una-${unique()}@example.com`, fullName: 'Una Persona', roles: ['teacher'] }),
    ),
  )
  expect(people.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

it('closes a module for what would change it, in words that say what to do', async () => {
  const school = await testSchool()
  await limit(school, { closedModules: ['attendance'] })
  const rector = await contextFor(school, 'rector')
  const settings = { version: 1, ...readAttendanceSettings({}) }
  const refused = await refusal(updateAttendanceSettings.run(rector, settings))
  expect([refused.code, refused.details.reason]).toEqual(['not_allowed_now', 'schools.refusal.moduleClosed'])
  // What was written stays readable, as a file too.
  expect((await exportExcuses.run(rector, {})).count).toBe(0)
  await limit(school, {})
  await updateAttendanceSettings.run(await contextFor(school, 'rector'), settings)
})

it('is the superadmin’s, with the version that was seen', async () => {
  const school = await testSchool()
  const input = { schoolId: school.id, version: 1, ...none, students: 10 }
  await setLimits.run(platform, input)
  const { code, details } = await refusal(setLimits.run(platform, { ...input, students: 20 }))
  expect([code, (details.current as { limits: unknown }).limits]).toEqual(['conflict', { ...none, students: 10 }])
  for (const students of [0, -1, 1.5, '7'])
    expect((await refusal(setLimits.run(platform, { ...input, students }))).code).toBe('invalid')
})
