import { beforeEach, describe, expect, it } from 'vitest'
import { checkPlatformHistory } from '@/lib/domain/audit/chain/queries'
import { listAudit } from '@/lib/domain/audit/queries'
import { endSupport, startSupport } from '@/lib/domain/schools/support/commands'
import { endSupportJob } from '@/lib/domain/schools/support/jobs'
import { endVisit } from '@/lib/domain/schools/support/own/commands'
import { listVisits } from '@/lib/domain/schools/support/own/queries'
import { readSupport } from '@/lib/domain/schools/support/queries'
import { createStudent } from '@/lib/domain/students/commands'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor, contextOf, platformContext } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { mailsOf } from '@/tests/support/outbox'
import { refusal } from '@/tests/support/refusal'
import { ownerClient } from '@/tests/support/rows'
import { addUser, memberOf, type TestSchool, testSchool } from '@/tests/support/school'

let school: TestSchool
let platform: PlatformContext
let userId: string

beforeEach(async () => {
  school = await testSchool()
  userId = (await addUser({ fullName: 'Camila Rojas', isSuperadmin: true })).userId
  platform = await platformContext(userId)
})

const ask = (over: object = {}) =>
  startSupport.run(platform, {
    schoolId: school.id,
    reason: 'La secretaria no puede publicar boletines',
    minutes: 30,
    ...over,
  })
const history = async () => (await listAudit.run(await contextFor(school, 'rector'), {})).items

describe('a support visit', () => {
  it('opens the school with a reason and a time, looks only unless it is asked for, and tells the rectors', async () => {
    const second = await addUser({ email: `rector2-${school.slug}@example.com` })
    await memberOf(school, second.userId, ['rector'])
    const { grantId, until } = await ask()
    const ctx = await contextOf(school, userId)
    expect(ctx.support).toMatchObject({ grantId, mode: 'read' })
    expect(new Date(until).getTime() - Date.now()).toBeLessThanOrEqual(30 * 60_000)
    const mails = (await mailsOf(school)).filter(({ template }) => template === 'support')
    expect(mails.map(({ to }) => to).sort()).toEqual([school.members.rector.email, second.email].sort())
    expect(mails[0]?.text).toContain('La secretaria no puede publicar boletines')
    const [line] = await history()
    expect(line).toMatchObject({
      action: 'support.start',
      actorName: 'Camila Rojas (soporte)',
      reason: 'La secretaria no puede publicar boletines',
      after: { mode: 'read', minutes: 30 },
    })
  })

  it('marks what is changed during it in the school’s history', async () => {
    await ask({ mode: 'full' })
    await createStudent.run(await contextOf(school, userId), studentInput(3, { extraData: {} }))
    const lines = await history()
    expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['student.create', 'Camila Rojas (soporte)'],
      ['support.start', 'Camila Rojas (soporte)'],
    ])
  })

  it('needs a reason and one of the times, a school that is open, and no other visit', async () => {
    for (const over of [{ reason: 'nada' }, { reason: '' }, { minutes: 481 }, { minutes: 5 }, { mode: 'todo' }])
      expect((await refusal(ask(over))).code).toBe('invalid')
    await ask()
    expect((await refusal(ask())).details.reason).toBe('schools.refusal.supportRuns')
    const closed = await testSchool({ isActive: false })
    expect((await refusal(ask({ schoolId: closed.id }))).details.reason).toBe('schools.refusal.closedSchool')
  })

  it('ends by hand, at once and once', async () => {
    const { grantId } = await ask()
    await endSupport.run(platform, { schoolId: school.id, grantId })
    await expect(contextOf(school, userId)).rejects.toThrow('not a member')
    await endSupport.run(platform, { schoolId: school.id, grantId })
    expect((await history()).map(({ action }) => action)).toEqual(['support.end', 'support.start'])
    expect((await readSupport.run(platform, { slug: school.slug })).visits).toMatchObject([
      { id: grantId, runs: false, isMine: true, name: 'Camila Rojas' },
    ])
    await ask()
  })

  it('is ended by the school, at once, with a word for the visitor, in both histories', async () => {
    const { grantId } = await ask({ mode: 'full' })
    const visitor = await contextOf(school, userId)
    const rector = await contextFor(school, 'rector')
    const notices = await database().prisma.notification.findMany({
      where: { schoolId: school.id, kind: 'supportVisit' },
      select: { userId: true, path: true, data: true },
    })
    expect(notices).toEqual([
      {
        userId: school.members.rector.userId,
        path: `settings/security?visit=${grantId}#visits`,
        data: { name: 'Camila Rojas', mode: 'full' },
      },
    ])
    expect((await listVisits.run(rector, {})).items).toMatchObject([
      { id: grantId, name: 'Camila Rojas', mode: 'full', runs: true, endedBy: null },
    ])
    await endVisit.run(rector, { visitId: grantId, note: 'Ya lo resolvimos, gracias' })
    await expect(contextOf(school, userId)).rejects.toThrow('not a member')
    expect(visitor.support?.grantId).toBe(grantId)
    const ended = { endedBy: school.members.rector.name, endNote: 'Ya lo resolvimos, gracias', runs: false }
    expect((await listVisits.run(rector, {})).items).toMatchObject([ended])
    expect((await readSupport.run(platform, { slug: school.slug })).visits).toMatchObject([{ ...ended, isMine: true }])
    const lines = await history()
    expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['support.stop', school.members.rector.name],
      ['support.start', 'Camila Rojas (soporte)'],
    ])
    expect(lines[0]).toMatchObject({ reason: 'Ya lo resolvimos, gracias', after: { name: 'Camila Rojas' } })
    const [line] = await database().prisma.platformAudit.findMany({ where: { action: 'support.stop' } })
    expect(line).toMatchObject({ entityId: school.id, actorName: school.members.rector.name, after: { grantId } })
    expect(await checkPlatformHistory.run(platform, {})).toMatchObject({ fault: null })
    // The clock's own job comes later and finds it over; a second word changes nothing.
    await endSupportJob.run({ schoolId: school.id, grantId })
    await endVisit.run(rector, { visitId: grantId, note: 'Otra cosa' })
    expect((await history()).length).toBe(2)
    expect((await listVisits.run(rector, {})).items).toMatchObject([ended])
    await ask()
  })

  it('of another school is not there to be ended, nor for who does not lead the school', async () => {
    const { grantId } = await ask()
    const other = await testSchool()
    const away = refusal(endVisit.run(await contextFor(other, 'rector'), { visitId: grantId }))
    expect((await away).code).toBe('not_found')
    for (const role of ['coordinator', 'secretary', 'teacher'] as const)
      expect((await refusal(endVisit.run(await contextFor(school, role), { visitId: grantId }))).code).toBe('forbidden')
    expect((await contextOf(school, userId)).support).toMatchObject({ grantId })
  })

  it('ends by its time without anybody, and the history says when', async () => {
    const { grantId } = await ask()
    const { prisma } = database()
    const [startedAt, expiresAt] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)]
    // The row as it is two hours later; the application itself may not write these columns.
    await (await ownerClient()).query(
      'update support_grants set started_at = $3, expires_at = $4 where school_id = $1 and id = $2',
      [school.id, grantId, startedAt, expiresAt],
    )
    await expect(contextOf(school, userId)).rejects.toThrow('not a member')
    await endSupportJob.run({ schoolId: school.id, grantId })
    await endSupportJob.run({ schoolId: school.id, grantId })
    expect((await history()).map(({ action }) => action)).toEqual(['support.end', 'support.start'])
    const row = await prisma.supportGrant.findFirstOrThrow({ where: { schoolId: school.id } })
    expect(row.endedAt).toEqual(expiresAt)
  })

  it('cannot be made longer in the database, nor be rewritten', async () => {
    const { grantId } = await ask()
    const { prisma } = database()
    await expect(
      prisma.supportGrant.updateMany({
        where: { schoolId: school.id, id: grantId },
        data: { expiresAt: new Date(Date.now() + 1e9) },
      }),
    ).rejects.toThrow()
    await expect(
      prisma.supportGrant.create({
        data: {
          schoolId: school.id,
          userId,
          userName: 'X',
          reason: 'Para siempre, por favor',
          expiresAt: new Date(Date.now() + 9 * 3_600_000),
        },
        select: { id: true },
      }),
    ).rejects.toThrow()
  })
})
