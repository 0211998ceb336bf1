import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { schoolSql } from '@/lib/platform/db/sql'
import { directoryOf, type Transaction, tenantClient, withoutScope } from '@/lib/platform/db/tenant'
import { TenancyError } from '@/lib/platform/errors'
import { tableLines } from '@/prisma/tables'
import { tenantModels } from '@/tests/support/models'
import { fingerprint, rowIds } from '@/tests/support/rows'
import { twinSchools, type WholeSchool } from '@/tests/support/whole-school'

type Delegates = Record<string, Record<string, (args?: unknown) => Promise<unknown>>>
const clientOf = (school: { id: string }) => tenantClient(school.id) as unknown as Delegates

let a: WholeSchool
let b: WholeSchool
beforeAll(async () => {
  ;({ a, b } = await twinSchools())
})

describe.each(tenantModels)('$name', ({ name, delegate, table }) => {
  it('shows each school its own rows and no other', async () => {
    for (const school of [a, b]) {
      const own = (await rowIds(school.id))[name]!
      const rows = (await clientOf(school)[delegate]!.findMany!()) as { id?: string; schoolId: string }[]
      expect(rows.map((row) => row.id ?? row.schoolId).sort()).toEqual([...own].sort())
      expect(await clientOf(school)[delegate]!.count!()).toBe(own.length)
    }
  })

  it("does not find the other school's row by its id", async () => {
    const theirs = (await rowIds(b.id))[name]![0]!
    const where = name === 'SchoolSettings' ? { schoolId: theirs } : { id: theirs }
    const find = clientOf(a)[delegate]!.findFirst!({ where })
    if (name === 'SchoolSettings') await expect(find).rejects.toThrow(TenancyError)
    else expect(await find).toBeNull()
  })

  it('deletes only its own, even when it says all of them', async () => {
    const before = await fingerprint(b.id)
    await expect(
      tenantClient(a.id).$transaction(async (tx) => {
        const client = tx as unknown as Delegates
        if (tableLines[table]?.rights === 'write') await client[delegate]!.deleteMany!().catch(ignoreKeys)
        // Before it is taken back, on the connection that did it; a statement that failed has ended the transaction.
        const ask = (text: string, values: unknown[]) =>
          withoutScope(() => (tx as unknown as Transaction).$queryRawUnsafe<Hash[]>(text, ...values))
        const now = await fingerprint(b.id, { ask }).catch(ignoreAborted)
        if (now) expect(now).toEqual(before)
        throw new Error('rollback')
      }),
    ).rejects.toThrow('rollback')
    expect(await fingerprint(b.id)).toEqual(before)
  })
})

type Hash = { name: string; hash: string }
const ignoreAborted = (error: Error) => {
  if (!/25P02|aborted/.test(error.message)) throw error
}

/** Rows that others point to stay: that is the keys' business, not this test's. */
const ignoreKeys = (error: { code?: string }) => {
  if (error.code !== 'P2003') throw error
}

describe('the tenant client', () => {
  it('runs no raw SQL, also not inside a transaction', async () => {
    const client = tenantClient(a.id) as unknown as Transaction
    await expect(client.$queryRaw`select 1`).rejects.toThrow(TenancyError)
    await expect(client.$executeRawUnsafe('select 1')).rejects.toThrow(TenancyError)
    await expect(
      tenantClient(a.id).$transaction(async (tx) => (tx as unknown as Transaction).$queryRawUnsafe('select 1')),
    ).rejects.toThrow(TenancyError)
  })

  it('stays in its school inside a transaction, and rolls back with it', async () => {
    await expect(
      tenantClient(a.id).$transaction(async (tx) => {
        await tx.student.updateMany({ data: { firstName: 'Cambiada' } })
        throw new Error('rollback')
      }),
    ).rejects.toThrow('rollback')
    const names = await database().prisma.student.findMany({ select: { firstName: true } })
    expect(names.map(({ firstName }) => firstName)).not.toContain('Cambiada')
  })

  it('does not forget its school while another call works without one', async () => {
    const [, rows] = await Promise.all([
      withoutScope(() => database().prisma.user.count()),
      tenantClient(a.id).student.findMany(),
    ])
    expect(rows.every(({ schoolId }) => schoolId === a.id)).toBe(true)
  })

  it('gives no global table but through the directory, and the directory no school', async () => {
    const client = clientOf(a)
    await expect(client.user!.findMany!()).rejects.toThrow(TenancyError)
    await tenantClient(a.id).$transaction(async (tx) => {
      const directory = directoryOf(tx as unknown as Transaction)
      const user = await directory.user.findFirst({ where: { id: a.members.rector.userId } })
      expect(user?.email).toBe(a.members.rector.email)
      expect(() => directory.user.findMany({ include: { memberships: true } })).toThrow(TenancyError)
      expect(() => (directory as unknown as Delegates).rateLimit).toThrow(TenancyError)
      expect(() => (directory as unknown as Delegates).student).toThrow(TenancyError)
    })
  })
})

describe('the sql tag', () => {
  it('reads its own school only', async () => {
    const rows = await schoolSql(a.id)<{ id: string }>`select id from students where school_id = ${a.id}`
    expect(rows.map(({ id }) => id)).toEqual([a.studentId])
    await expect(schoolSql(a.id)`select id from students where school_id = ${b.id}`).rejects.toThrow(TenancyError)
    await expect(schoolSql(a.id)`select id from students where id = ${b.studentId}`).rejects.toThrow(TenancyError)
  })
})
