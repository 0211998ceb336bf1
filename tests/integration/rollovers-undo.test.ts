import { beforeEach, describe, expect, it } from 'vitest'
import { startRollover } from '@/lib/domain/rollovers/commands'
import { listRolloverStudents, readOneRollover } from '@/lib/domain/rollovers/queries'
import { startUndo } from '@/lib/domain/rollovers/start/commands'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { runQueued } from '../support/worker'
import { type YearEnd, yearEnd } from '../support/year-end'

let { school, rector, ana, last, version, planned, ran, ofNextYear, stateOf } = {} as YearEnd
beforeEach(async () => {
  ;({ school, rector, ana, last, version, planned, ran, ofNextYear, stateOf } = await yearEnd())
})

describe('undoing', () => {
  const undone = async (id: string) => {
    await startUndo.run(rector, { rolloverId: id, version: await version(id) })
    expect((await runQueued()).failures).toEqual([])
  }
  const groups = () =>
    database().prisma.classGroup.count({ where: { schoolId: school.id, schoolYearId: school.nextYearId } })

  it('takes everything back that the run made', async () => {
    const id = await planned()
    await ran(id)
    expect(await groups()).toBe(3)
    await undone(id)
    expect([await ofNextYear(), await groups()]).toEqual([[], 0])
    expect(await stateOf(last.enrollmentId)).toBe('active')
    const { statusHistory } = await database().prisma.enrollment.findFirstOrThrow({
      where: { schoolId: school.id, id: last.enrollmentId },
    })
    expect(
      (statusHistory as { status: string; reason: string | null }[]).map(({ status, reason }) => [status, reason]),
    ).toEqual([
      ['active', null],
      ['graduated', 'rollover'],
      ['active', 'rollover_undone'],
    ])
    expect(await readOneRollover.run(rector, { rolloverId: id })).toMatchObject({
      status: 'undone',
      results: { kept: 0 },
    })
    await ran(id)
    expect(await ofNextYear()).toHaveLength(2)
    expect(await stateOf(last.enrollmentId)).toBe('graduated')
  })

  it('keeps what somebody has worked on, by name, with the group that it sits in', async () => {
    const id = await planned()
    await ran(id)
    const { prisma } = database()
    const mine = await prisma.enrollment.findFirstOrThrow({
      where: { schoolId: school.id, schoolYearId: school.nextYearId, studentId: ana.studentId },
    })
    await prisma.enrollmentDocument.updateMany({
      where: { schoolId: school.id, enrollmentId: mine.id, documentType: 'report_card' },
      data: { status: 'uploaded', version: 2 },
    })
    await undone(id)
    expect((await ofNextYear()).map(({ id: one }) => one)).toEqual([mine.id])
    const { items } = await listRolloverStudents.run(rector, { rolloverId: id, result: 'kept' })
    expect(items.map(({ name, otherEnrollmentId }) => [name, otherEnrollmentId])).toEqual([[ana.name, mine.id]])
    expect(await groups()).toBe(1)
    expect((await readOneRollover.run(rector, { rolloverId: id })).stays).toContain(mine.groupCode)
    await ran(id)
    expect(await ofNextYear()).toHaveLength(2)
  })

  it('is over after 30 days', async () => {
    const id = await planned()
    await ran(id)
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
    const put = (days: number) =>
      database().prisma.rollover.updateMany({ where: { schoolId: school.id, id }, data: { runAt: ago(days) } })
    await put(31)
    await expect(startUndo.run(rector, { rolloverId: id, version: await version(id) })).rejects.toMatchObject({
      details: { reason: 'rollovers.refusal.undoOver' },
    })
    await put(29)
    await undone(id)
  })
})

describe('who may', () => {
  it('is the rector alone', async () => {
    for (const role of ['secretary', 'coordinator', 'teacher'] as const)
      await expect(
        startRollover.run(await contextFor(school, role), { fromYearId: school.yearId, toYearId: school.nextYearId }),
      ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('begins with years in their order, and makes the next one when it is missing', async () => {
    await expect(
      startRollover.run(rector, { fromYearId: school.nextYearId, toYearId: school.yearId }),
    ).rejects.toMatchObject({ details: { reason: 'rollovers.refusal.order' } })
    const { id } = await startRollover.run(rector, { fromYearId: school.yearId })
    expect(await readOneRollover.run(rector, { rolloverId: id })).toMatchObject({
      toYear: { name: '2028', status: 'planning' },
    })
  })
})
