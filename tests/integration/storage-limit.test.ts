import { beforeEach, describe, expect, it } from 'vitest'
import { offerExcuseFile } from '@/lib/domain/attendance/excuses/files/commands'
import { offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { offerActivityFile } from '@/lib/domain/gradebook/activities/files/commands'
import { offerImport } from '@/lib/domain/imports/commands'
import { prepareSignature } from '@/lib/domain/papers/signatures/commands'
import { confirmLogo, prepareLogo } from '@/lib/domain/schools/branding/commands'
import { setLimits } from '@/lib/domain/schools/limits/commands'
import { usedBytes } from '@/lib/domain/schools/limits/steps'
import { exportOwnSchool } from '@/lib/domain/schools/removal/own/commands'
import { database } from '@/lib/platform/db/client'
import { platformClient } from '@/lib/platform/db/platform'
import { explain } from '@/lib/platform/explain'
import { contextFor, platformContext } from '../support/context'
import { samples } from '../support/files'
import { addGradedCourse } from '../support/gradebook'
import { xlsxType } from '../support/imports'
import { refusal } from '../support/refusal'
import { fingerprint } from '../support/rows'
import { type TestSchool, testSchool } from '../support/school'
import { papersOf, put, sha256 } from '../support/uploads'

let school: TestSchool
const { prisma } = database()
const mega = 1024 * 1024
const facts = (size: number, contentType = 'application/pdf') => ({
  ...{ fileName: 'archivo', contentType, size },
  sha256: sha256(new Uint8Array([size % 251])),
})

/** A school that may keep 2 MB and has all but `left` bytes of them. */
async function nearlyFull(left: number) {
  const platform = await platformContext()
  const { version } = await prisma.school.findFirstOrThrow({ where: { id: school.id } })
  const none = { students: null, people: null, closedModules: [] }
  await setLimits.run(platform, { schoolId: school.id, version, ...none, storageMb: 2 })
  const stored = { ...facts(2 * mega - left), objectKey: `${school.id}/full`, purpose: 'certificate', status: 'ready' }
  await prisma.storedFile.create({ data: { schoolId: school.id, ...stored } })
}

beforeEach(async () => {
  school = await testSchool()
})

type Door = [string, () => Promise<(size: number) => Promise<unknown>>]
const doors: Door[] = [
  [
    'a family’s paper',
    async () => {
      const { family, document } = await papersOf(school)
      const documentId = await document()
      return (size) => offerFile.run(family, { documentId, ...facts(size) })
    },
  ],
  [
    'the paper of an excuse',
    async () => {
      const coordinator = await contextFor(school, 'coordinator')
      return (size) => offerExcuseFile.run(coordinator, facts(size))
    },
  ],
  [
    'what a teacher attaches',
    async () => {
      const { activities } = await addGradedCourse(school)
      const teacher = await contextFor(school, 'teacher')
      return (size) => offerActivityFile.run(teacher, { activityId: activities[0], ...facts(size) })
    },
  ],
  [
    'a list to import',
    async () => {
      const secretary = await contextFor(school, 'secretary')
      return (size) => offerImport.run(secretary, { kind: 'students', ...facts(size, xlsxType), target: {} })
    },
  ],
  [
    'the logo',
    async () => {
      const rector = await contextFor(school, 'rector')
      const { fileName: _, ...file } = facts(0, 'image/png')
      return (size) => prepareLogo.run(rector, { ...file, size })
    },
  ],
  [
    'a signature',
    async () => {
      const rector = await contextFor(school, 'rector')
      const { fileName: _, ...file } = facts(0, 'image/png')
      const { membershipId } = school.members.rector
      return (size) => prepareSignature.run(rector, { membershipId, ...file, size })
    },
  ],
]

describe.each(doors)('%s', (_, open) => {
  it('comes in up to the limit and not beyond, which changes nothing and says what to do', async () => {
    const send = await open()
    await nearlyFull(1000)
    const before = await fingerprint(school.id)
    const refused = await refusal(send(1001))
    expect(refused.details).toMatchObject({ data: { limit: 2, used: 2 } })
    expect((await explain(refused, 'es', 'x')).message).toMatch(/no se guardó/)
    expect(await fingerprint(school.id)).toEqual(before)
    await send(1000)
    // What is on its way takes its room already.
    expect((await refusal(send(1))).details).toMatchObject({ data: { limit: 2 } })
  })
})

it('two files at once do not fill the same room', async () => {
  const secretary = await contextFor(school, 'coordinator')
  await nearlyFull(1000)
  const answers = await Promise.allSettled(Array.from({ length: 6 }, () => offerExcuseFile.run(secretary, facts(600))))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('a family is told to tell the school, which alone can ask for more room', async () => {
  const { family, document } = await papersOf(school)
  const documentId = await document()
  await nearlyFull(0)
  const refused = await refusal(offerFile.run(family, { documentId, ...facts(10) }))
  expect((await explain(refused, 'es', 'x')).message).toContain('Avísele al colegio')
})

it('counts a logo as it arrived, and never refuses what the school writes itself', async () => {
  const rector = await contextFor(school, 'rector')
  const { bytes, contentType } = samples.png
  const file = { size: bytes.length, contentType, sha256: sha256(bytes) }
  await put(await prepareLogo.run(rector, file), bytes)
  const { version } = await prisma.schoolSettings.findFirstOrThrow({ where: { schoolId: school.id } })
  await confirmLogo.run(rector, { version })
  expect(await usedBytes(platformClient(), { schoolId: school.id })).toBe(bytes.length)
  await nearlyFull(0)
  await exportOwnSchool.run(rector, {})
})
