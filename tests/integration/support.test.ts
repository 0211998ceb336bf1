import { describe, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { tenantClient } from '@/lib/platform/db/tenant'
import { command, done, nothing } from '@/lib/platform/operation'
import { rolePermissions, roles } from '@/lib/platform/permissions'
import { readObject } from '@/lib/platform/storage'
import {
  contextFor,
  guardianContext,
  platformContext,
  publicContext,
  systemContext,
  tokenContext,
} from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { addGuardian, addStudent } from '@/tests/support/family'
import { putFile } from '@/tests/support/files'
import { linkIn, mailsOf } from '@/tests/support/outbox'
import { testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

describe('the factories', () => {
  it('make a school with a member and a real context for each role', async () => {
    const school = await testSchool()
    for (const role of roles) {
      const ctx = await contextFor(school, role)
      expect(ctx.schoolId).toBe(school.id)
      expect([...ctx.permissions].sort()).toEqual([...rolePermissions[role]].sort())
    }
    expect((await platformContext()).permissions.has('manage:schools')).toBe(true)
    expect((await publicContext()).userId).toBeNull()
    expect((await systemContext(school)).actor.kind).toBe('system')
    expect([...(await tokenContext(school, 'secretary', ['read:students', 'manage:users'])).permissions]).toEqual([
      'read:students',
    ])
  })

  it('make a family whose document opens', async () => {
    const school = await testSchool()
    const student = await addStudent(school, { firstSurname: 'Núñez', firstName: 'Óscar' })
    expect(student.searchText).toContain('nunez')
    const guardian = await addGuardian(school, { of: [student.id] })
    const enrollment = await addEnrollment(school, { studentId: student.id, documents: { report_card: 'validated' } })
    expect(enrollment).toMatchObject({ missingCount: 4, reviewCount: 0 })
    const file = await putFile(school, enrollment.documents.birth_certificate!.id, { guardianId: guardian.id })
    expect(Buffer.from((await readObject(file.objectKey))!).equals(file.bytes)).toBe(true)
    const ctx = await guardianContext(school, guardian.id)
    const seen = await tenantClient(ctx.schoolId).enrollment.findMany({ select: { id: true, reviewCount: true } })
    expect(seen).toEqual([{ id: enrollment.id, reviewCount: 1 }])
  })

  it('deliver what waits in the queue', async () => {
    const school = await testSchool()
    const write = command({
      name: 'test.write',
      input: nothing,
      output: done,
      run: async ({ mail }) => {
        const text = 'Entre en http://localhost:3000/f#x'
        await mail({ to: 'a@example.com', template: 'test', subject: 'Hola', text, html: text })
        return { ok: true as const }
      },
    })
    await write.run(await contextFor(school, 'rector'), {})
    expect(await runQueued()).toEqual({ done: 1, failures: [] })
    const mails = await mailsOf(school, { to: 'a@example.com' })
    expect(mails.map(({ status }) => status)).toEqual(['kept'])
    expect(linkIn(mails[0])).toBe('http://localhost:3000/f#x')
    expect(await database().prisma.outboxMail.count()).toBe(1)
  })
})
