import { expect, test } from 'vitest'
import { remind } from '@/lib/domain/families/reminders/commands'
import { markRead, saveMailed } from '@/lib/domain/notifications/commands'
import { countUnread, listNotifications, readMailed } from '@/lib/domain/notifications/queries'
import { updateMembership } from '@/lib/domain/people/commands'
import { changePeriodStatus } from '@/lib/domain/years/periods/commands'
import { kindsFor } from '@/lib/platform/notify'
import { permissionsOf } from '@/lib/platform/permissions'
import { notificationKinds } from '@/lib/shared/notification-kinds'
import { contextFor, systemContext } from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { addGuardian, addStudent } from '@/tests/support/family'
import { mailsOf } from '@/tests/support/outbox'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

async function people(school: TestSchool) {
  const [rector, secretary, teacher] = [
    await contextFor(school, 'rector'),
    await contextFor(school, 'secretary'),
    await contextFor(school, 'teacher'),
  ]
  return { rector, secretary, teacher }
}

test('closing a period is told to who types scores, once until it is read', async () => {
  const school = await testSchool()
  const { rector, secretary, teacher } = await people(school)
  const period = school.periodIds[1]!
  const move = (status: string, version: number, reason?: string) =>
    changePeriodStatus.run(rector, {
      periodId: period,
      version,
      status,
      acceptsGaps: true,
      ...(reason ? { reason } : {}),
    })
  await move('closed', 1)
  await move('open', 2, 'Faltaban notas')
  const { items } = await listNotifications.run(teacher, {})
  expect(items).toMatchObject([{ kind: 'periodChanged', data: { status: 'open' }, count: 2, isRead: false }])
  expect(await countUnread.run(teacher, {})).toEqual({ unread: 1 })
  // Who acted is told nothing, nor who has no scores to type.
  expect(await countUnread.run(rector, {})).toEqual({ unread: 0 })
  expect(await countUnread.run(secretary, {})).toEqual({ unread: 0 })

  expect(await markRead.run(secretary, { ids: [items[0]!.id] })).toEqual({ marked: 0 })
  expect(await markRead.run(teacher, { ids: [items[0]!.id] })).toEqual({ marked: 1 })
  await move('closed', 3)
  expect((await listNotifications.run(teacher, {})).items).toMatchObject([
    { data: { status: 'closed' }, count: 1, isRead: false },
    { isRead: true },
  ])
  expect((await listNotifications.run(teacher, { unread: 'true' })).items).toHaveLength(1)
  expect(await markRead.run(teacher, {})).toEqual({ marked: 1 })
})

test('comes by mail only to who asked for it, and once until it is read', async () => {
  const school = await testSchool()
  const { rector, teacher } = await people(school)
  expect(await readMailed.run(teacher, {})).toMatchObject({ mailed: [] })
  expect(await saveMailed.run(teacher, { mailed: ['periodChanged', 'documentsArrived'] })).toMatchObject({
    // Papers of families are no teacher's business.
    mailed: ['periodChanged'],
  })
  const period = { periodId: school.periodIds[1]!, acceptsGaps: true }
  await changePeriodStatus.run(rector, { ...period, version: 1, status: 'closed' })
  await changePeriodStatus.run(rector, { ...period, version: 2, status: 'open', reason: 'Faltaban notas' })
  const mails = await mailsOf(school, { template: 'notification' })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ to: school.members.teacher.email, subject: expect.stringContaining('se cerró') })
  expect(mails[0]!.text).toContain(`/${school.slug}/gradebook?period=`)
})

test('who asked for work hears that it is done, but not of one single thing that went well', async () => {
  const school = await testSchool()
  const { secretary } = await people(school)
  const family = async () => {
    const { id } = await addStudent(school)
    await addGuardian(school, { of: [id] })
    await addEnrollment(school, { studentId: id })
  }
  await family()
  await remind.run(secretary, {})
  await runQueued()
  expect((await listNotifications.run(secretary, {})).items).toEqual([])
  await family()
  await family()
  const { jobId } = await remind.run(secretary, {})
  await runQueued()
  expect((await listNotifications.run(secretary, {})).items).toMatchObject([
    { kind: 'jobDone', data: { failed: 0 }, path: `settings/jobs/${jobId}` },
  ])
})

test('a change of roles is told to the person', async () => {
  const school = await testSchool()
  const { rector } = await people(school)
  const { membershipId } = school.members.secretary
  await updateMembership.run(rector, { membershipId, version: 1, roles: ['secretary', 'coordinator'] })
  const { items } = await listNotifications.run(await contextFor(school, 'secretary'), {})
  expect(items).toMatchObject([{ kind: 'rolesChanged', data: { roles: 'Coordinación, Secretaría' } }])
})

test('nobody else is told: no member, no other school, nobody without the right', async () => {
  const school = await testSchool()
  const system = await systemContext(school)
  expect(await listNotifications.run(system, {})).toEqual({ items: [], nextCursor: null })
  await expect(readMailed.run(system, {})).rejects.toMatchObject({ code: 'not_found' })
  expect(kindsFor(permissionsOf(['teacher']))).not.toContain('documentsArrived')
  expect(kindsFor(permissionsOf(['secretary']))).not.toContain('correctionAsked')
  expect(kindsFor(permissionsOf(['rector']))).toEqual([...notificationKinds])
})
