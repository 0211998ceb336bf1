import { expect, test } from 'vitest'
import { checkHistory, checkPlatformHistory } from '@/lib/domain/audit/chain/queries'
import { setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { createStudent } from '@/lib/domain/students/commands'
import { database } from '@/lib/platform/db/client'
import { contextFor, platformContext } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { newId } from '@/tests/support/ids'
import { ownerClient } from '@/tests/support/rows'
import { type TestSchool, testSchool } from '@/tests/support/school'

const asOwner = async (text: string, ...values: unknown[]) => (await ownerClient()).query(text, values)

/** A school with eight lines in its history. */
async function lived(): Promise<{ school: TestSchool; check: () => ReturnType<typeof checkHistory.run> }> {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  for (let seed = 1; seed <= 8; seed += 1) await createStudent.run(rector, studentInput(seed))
  return { school, check: () => checkHistory.run(rector, {}) }
}

test('a history holds together from its first line to its last', async () => {
  const { school, check } = await lived()
  const report = await check()
  expect(report).toEqual({ lines: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/), fault: null })
  const last = await database().prisma.auditLog.findFirst({ where: { schoolId: school.id, seq: 8 } })
  expect(last?.hash).toBe(report.hash)
})

test('commands that come at once stand one behind the other', async () => {
  const { school, check } = await lived()
  const rector = await contextFor(school, 'rector')
  await Promise.all(Array.from({ length: 9 }, (_, n) => createStudent.run(rector, studentInput(100 + n))))
  expect(await check()).toMatchObject({ lines: 17, fault: null })
})

test.each<[string, string, object]>([
  [
    'a changed word',
    "update audit_log set actor_name = 'Nadie' where school_id = $1 and seq = 3",
    { kind: 'changed', seq: 3 },
  ],
  [
    'another value',
    `update audit_log set after = after || '{"firstName":"Otra"}' where school_id = $1 and seq = 5`,
    { kind: 'changed', seq: 5 },
  ],
  [
    'another moment',
    "update audit_log set at = at - interval '1 hour' where school_id = $1 and seq = 1",
    { kind: 'changed', seq: 1 },
  ],
  ['a line taken out', 'delete from audit_log where school_id = $1 and seq = 4', { kind: 'missing', seq: 4 }],
  ['the last lines taken out', 'delete from audit_log where school_id = $1 and seq > 6', { kind: 'missing', seq: 7 }],
  ['the head moved back', 'update audit_heads set seq = 7 where school_id = $1', { kind: 'missing', seq: 8 }],
  [
    'two lines that changed places',
    'update audit_log set seq = case seq when 2 then 300 else 2 end where school_id = $1 and seq in (2, 3)',
    { kind: 'changed', seq: 2 },
  ],
])('%s is noticed', async (_, tampering, fault) => {
  const { school, check } = await lived()
  await asOwner(tampering, school.id)
  expect((await check()).fault).toMatchObject(fault)
})

test('a line put in beside the chain is noticed; one from before it is not held against it', async () => {
  const { school, check } = await lived()
  const line = { actorKind: 'user', actorName: 'Intrusa', action: 'student.update', entity: 'student', requestId: 'x' }
  const { auditLog } = database().prisma
  await auditLog.create({ data: { schoolId: school.id, ...line, at: new Date('2020-01-01') } })
  expect((await check()).fault).toBeNull()
  const id = newId()
  await auditLog.create({ data: { schoolId: school.id, id, ...line } })
  expect((await check()).fault).toEqual({ kind: 'unlinked', seq: null, id })
})

test('the platform has a chain of its own', async () => {
  const ctx = await platformContext()
  const before = await checkPlatformHistory.run(ctx, {})
  const school = await testSchool()
  await setSchoolActive.run(ctx, { schoolId: school.id, version: 1, isActive: false })
  const after = await checkPlatformHistory.run(ctx, {})
  expect(after).toMatchObject({ lines: before.lines + 1, fault: null })
  await asOwner("update platform_audit set actor_name = 'Nadie' where seq = $1", after.lines)
  expect((await checkPlatformHistory.run(ctx, {})).fault).toMatchObject({ kind: 'changed', seq: after.lines })
})
