import { expect, test } from 'vitest'
import { searchRecords } from '@/lib/domain/search/records/queries'
import { addCourse, addGroup, addSubject } from '../support/academics'
import { contextFor } from '../support/context'
import { testSchool } from '../support/school'

test('groups, courses and colleagues are found by name, each by who may open them', async () => {
  const school = await testSchool()
  const mine = await addCourse(school, {
    groupId: await addGroup(school, { code: '6-A' }),
    subjectId: await addSubject(school, { name: 'Educación Física' }),
  })
  const theirs = await addCourse(school, {
    groupId: await addGroup(school, { code: '6-B' }),
    subjectId: mine.subjectId,
    teacherId: null,
  })
  const other = await testSchool()
  await addCourse(other, { groupId: await addGroup(other, { code: '6-A' }) })
  const found = async (role: 'rector' | 'teacher' | 'secretary', q: string) =>
    (await searchRecords.run(await contextFor(school, role), { q })).items.map(({ kind, id }) => `${kind} ${id}`)

  expect(await found('rector', '6a')).toEqual([`group ${mine.classGroupId}`, `course ${mine.id}`])
  expect(await found('rector', 'educacion fisica')).toEqual([`course ${mine.id}`, `course ${theirs.id}`])
  expect(await found('teacher', '6-')).toEqual([`group ${mine.classGroupId}`, `course ${mine.id}`])
  expect(await found('secretary', '6b')).toEqual([`group ${theirs.classGroupId}`])
  const { name, membershipId } = school.members.teacher
  expect(await found('rector', name)).toEqual([`staff ${membershipId}`])
  expect(await found('secretary', name)).toEqual([])
  expect(await found('rector', '%')).toEqual([])
})
