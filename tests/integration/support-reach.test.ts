import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readMail } from '@/lib/domain/mails/queries'
import { updateMembership } from '@/lib/domain/people/commands'
import { invitePerson } from '@/lib/domain/people/invitations/commands'
import { setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { exportSchool, fetchExport } from '@/lib/domain/schools/removal/commands'
import { exportOwnSchool, fetchOwnExport } from '@/lib/domain/schools/removal/own/commands'
import { startSupport } from '@/lib/domain/schools/support/commands'
import { createStudent } from '@/lib/domain/students/commands'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { enqueueJob, job } from '@/lib/platform/job'
import { addSupport, contextFor, contextOf, platformContext, tokenContext } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { unique } from '@/tests/support/ids'
import { refusal } from '@/tests/support/refusal'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

let school: TestSchool
let userId: string
let email: string
let platform: PlatformContext
beforeEach(async () => {
  school = await testSchool()
  ;({ userId, email } = await addUser({ fullName: 'Camila Rojas', isSuperadmin: true }))
  platform = await platformContext(userId)
})

const visit = async (mode: 'read' | 'full' = 'full') => {
  const id = await addSupport(school, userId, { mode })
  return { id, ctx: await contextOf(school, userId) }
}

describe('what a superadmin gets of a school', () => {
  it('is no archive of it while it is open, with health data or without', async () => {
    expect((await refusal(exportSchool.run(platform, { schoolId: school.id }))).details.reason).toBe(
      'schools.refusal.exportOpen',
    )
    const { ctx } = await visit()
    expect((await refusal(exportOwnSchool.run(ctx, {}))).code).toBe('forbidden')
    const rector = await contextFor(school, 'rector')
    const { exportId } = await exportOwnSchool.run(rector, {})
    expect((await runQueued()).failures).toEqual([])
    expect((await refusal(fetchOwnExport.run(ctx, { exportId }))).code).toBe('forbidden')
    expect((await refusal(fetchExport.run(platform, { schoolId: school.id, exportId }))).details.reason).toBe(
      'schools.refusal.exportOpen',
    )
    const program = await tokenContext(school, 'rector', ['config:institution'])
    expect((await refusal(fetchOwnExport.run(program, { exportId }))).code).toBe('forbidden')
    expect((await fetchOwnExport.run(rector, { exportId })).url).toContain('http')
  })

  it('of a closed school an archive, which stands in the history of the school', async () => {
    const { version } = await database().prisma.school.findFirstOrThrow({ where: { id: school.id } })
    await setSchoolActive.run(platform, { schoolId: school.id, version, isActive: false })
    const { exportId } = await exportSchool.run(platform, { schoolId: school.id })
    await runQueued()
    await fetchExport.run(platform, { schoolId: school.id, exportId })
    const lines = await database().prisma.auditLog.findMany({
      where: { schoolId: school.id, action: { in: ['school.export', 'school.fetchExport'] } },
      orderBy: { seq: 'asc' },
    })
    expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['school.export', 'Camila Rojas (soporte)'],
      ['school.fetchExport', 'Camila Rojas (soporte)'],
    ])
  })

  it('is no secret that waits in a mail', async () => {
    const rector = await contextFor(school, 'rector')
    const { membershipId } = await invitePerson.run(rector, {
      email: `nueva-${unique()}@example.com`,
      fullName: 'Nueva Rectora',
      roles: ['rector'],
    })
    expect(membershipId).toBeTruthy()
    const mail = await database().prisma.outboxMail.findFirstOrThrow({
      where: { schoolId: school.id, template: 'invitation' },
    })
    await database().prisma.outboxMail.updateMany({ where: { schoolId: school.id }, data: { status: 'kept' } })
    expect((await readMail.run(rector, { mailId: mail.id })).text).toContain('#')
    const { ctx } = await visit('read')
    expect((await readMail.run(ctx, { mailId: mail.id })).text).toBeNull()
  })
})

describe('a full visit', () => {
  it('makes no superadmin a member, whom the end of the visit would not put out', async () => {
    const { ctx } = await visit()
    const own = { email, fullName: 'Camila Rojas', roles: ['rector'] }
    expect((await refusal(invitePerson.run(ctx, own))).details.reason).toBe('people.refusal.superadminVisit')
    const colleague = await addUser({ isSuperadmin: true })
    expect((await refusal(invitePerson.run(ctx, { ...own, email: colleague.email }))).details.reason).toBe(
      'people.refusal.superadminVisit',
    )
    await memberOf(school, colleague.userId, ['secretary'])
    const { id: membershipId, version } = await database().prisma.schoolMembership.findFirstOrThrow({
      where: { schoolId: school.id, userId: colleague.userId },
    })
    expect(
      (await refusal(updateMembership.run(ctx, { membershipId, version, roles: ['rector'] }))).details.reason,
    ).toBe('people.refusal.superadminVisit')
    // The rector may have whom they like.
    await invitePerson.run(await contextFor(school, 'rector'), own)
  })

  it('is one, also when two are begun at once', async () => {
    const ask = () =>
      startSupport.run(platform, {
        schoolId: school.id,
        reason: 'La secretaria no puede publicar boletines',
        minutes: 30,
      })
    const both = await Promise.allSettled([ask(), ask(), ask()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await database().prisma.supportGrant.count({ where: { schoolId: school.id } })).toBe(1)
  })
})

const slow = job({
  name: 'test.slow',
  input: z.object({ userId: z.string() }),
  run: async ({ ctx, progress }) => {
    await progress.item('1', 'uno', () => createStudent.run(ctx, studentInput(21, { extraData: {} })))
    await between()
    await progress.item('2', 'dos', () => createStudent.run(ctx, studentInput(22, { extraData: {} })))
  },
})
let between = async () => {}

describe('work that was begun with a right', () => {
  const begin = async (ctx: Awaited<ReturnType<typeof contextOf>>) =>
    database().prisma.$transaction((tx) => enqueueJob(tx as never, ctx, slow, { userId }))
  const students = () => database().prisma.student.count({ where: { schoolId: school.id } })

  it('stops where the visit ends', async () => {
    const { id, ctx } = await visit()
    between = async () => {
      await database().prisma.supportGrant.updateMany({ where: { id }, data: { endedAt: new Date() } })
    }
    await begin(ctx)
    await runQueued()
    expect(await students()).toBe(1)
  })

  it('stops where the right is taken', async () => {
    const { membershipId, userId: secretary } = school.members.secretary
    between = async () => {
      await database().prisma.schoolMembership.updateMany({ where: { id: membershipId }, data: { roles: ['teacher'] } })
    }
    await begin(await contextOf(school, secretary))
    await runQueued()
    expect(await students()).toBe(1)
  })
})
