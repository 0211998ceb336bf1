import { beforeAll, expect, it } from 'vitest'
import { countFigures } from '@/lib/domain/schools/figures/commands'
import { exportFigures } from '@/lib/domain/schools/figures/export'
import { readFigures } from '@/lib/domain/schools/figures/queries'
import { computeFigures } from '@/lib/domain/schools/figures/steps'
import { listSchools } from '@/lib/domain/schools/platform/queries'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { platformContext } from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { putFile } from '@/tests/support/files'
import { refusal } from '@/tests/support/refusal'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

let platform: PlatformContext
beforeAll(async () => {
  platform = await platformContext()
})

const figuresOf = async (school: TestSchool) => {
  await computeFigures(school.id)
  return (await readFigures.run(platform, { schoolId: school.id })).items[0]!
}

it('counts enrollments by grade and state, papers, files and people of one school and of no other', async () => {
  const [school, other] = [await testSchool(), await testSchool()]
  const { documents } = await addEnrollment(school, { gradeLevel: '6', documents: {} })
  await addEnrollment(school, { gradeLevel: '6', status: 'active' })
  await addEnrollment(school, { gradeLevel: '1', status: 'withdrawn' })
  await addEnrollment(other, { gradeLevel: '6' })
  const file = await putFile(school, documents.birth_certificate!.id, { kind: 'pdf' })
  await database().prisma.documentFile.updateMany({
    where: { schoolId: school.id, id: file.id },
    data: { status: 'accepted' },
  })
  const counted = await figuresOf(school)
  expect(counted).toMatchObject({ students: 3, people: 6, storageBytes: file.bytes.length })
  const sixth = counted.figures.enrollment.find(({ gradeLevel }) => gradeLevel === '6')
  const open = (sixth?.pending_documents ?? 0) + (sixth?.in_review ?? 0)
  expect([open, sixth?.active]).toEqual([1, 1])
  expect(counted.figures.papers.missing).toBeGreaterThan(0)
  expect(counted.figures.growth.at(-1)?.students).toBe(3)
})

it('keeps the months that an earlier count wrote, and counts the same twice', async () => {
  const school = await testSchool()
  await addEnrollment(school)
  const first = await figuresOf(school)
  const now = first.figures.growth.at(-1)!
  const [year = 0, month = 1] = now.month.split('-').map(Number)
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
  const { prisma } = database()
  await prisma.schoolFigures.update({
    where: { schoolId: school.id },
    data: { figures: { ...first.figures, growth: [{ month: before, students: 40 }, now] } },
  })
  const second = await figuresOf(school)
  expect(second.figures.growth).toEqual([{ month: before, students: 40 }, now])
  expect((await figuresOf(school)).figures).toEqual(second.figures)
  expect(await prisma.schoolFigures.count({ where: { schoolId: school.id } })).toBe(1)
})

it('is counted by a job for every open school, shown in the list, added up, and exported', async () => {
  const [a, b, closed] = [await testSchool(), await testSchool(), await testSchool({ isActive: false })]
  await addEnrollment(a, { gradeLevel: '6', status: 'active' })
  await addEnrollment(b, { gradeLevel: '6', status: 'active' })
  await countFigures.run(platform, {})
  // The first message puts one for each school into the queue.
  await runQueued()
  await runQueued()
  const row = async (school: TestSchool) => (await listSchools.run(platform, { q: school.slug })).items[0]
  expect(await row(a)).toMatchObject({ students: 1, people: 6, computedAt: expect.any(String) })
  expect(await row(closed)).toMatchObject({ computedAt: null })
  const all = await readFigures.run(platform, {})
  expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([a.id, b.id]))
  expect(all.items.map(({ id }) => id)).not.toContain(closed.id)
  const sixth = all.together.enrollment.find(({ gradeLevel }) => gradeLevel === '6')
  expect(sixth?.active).toBe(
    all.items.reduce(
      (sum, { figures }) => sum + (figures.enrollment.find((g) => g.gradeLevel === '6')?.active ?? 0),
      0,
    ),
  )
  const file = await exportFigures.run(platform, {})
  expect(file.fileName).toMatch(/^cifras-de-colegios-\d{4}-\d\d-\d\d\.xlsx$/)
  expect(Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK')
})

it('of a school that is not there is nothing', async () => {
  const schoolId = '00000000-0000-7000-8000-000000000000'
  expect((await refusal(readFigures.run(platform, { schoolId }))).code).toBe('not_found')
  expect((await refusal(countFigures.run(platform, { schoolId }))).code).toBe('not_found')
  expect(await computeFigures(schoolId)).toBe(false)
})
