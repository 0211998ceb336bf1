import { beforeAll, expect, it } from 'vitest'
import { getStudent, listStudents } from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { contextOf } from '@/tests/support/context'
import { addGuardian, addStudent } from '@/tests/support/family'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'

// Two families of one school, each with an account of its own: the school is no wall between them, only the link is.

type Family = { ctx: SchoolContext; child: string }
let school: TestSchool
let families: [Family, Family]

async function addFamily(): Promise<Family> {
  const { userId } = await addUser()
  await memberOf(school, userId, ['acudiente'])
  const { id: child } = await addStudent(school)
  await addGuardian(school, { of: [child], userId })
  return { ctx: await contextOf(school, userId), child }
}

beforeAll(async () => {
  school = await testSchool()
  families = [await addFamily(), await addFamily()]
})

it('shows each guardian the own child and not the neighbours’', async () => {
  const [one, other] = families
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    const { items } = await listStudents.run(mine.ctx, {})
    expect(items.map(({ id }) => id)).toEqual([mine.child])
    expect((await getStudent.run(mine.ctx, { studentId: mine.child })).id).toBe(mine.child)
    await expect(getStudent.run(mine.ctx, { studentId: theirs.child })).rejects.toMatchObject({ code: 'not_found' })
  }
})
