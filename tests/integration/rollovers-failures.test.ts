import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkHistory } from '@/lib/domain/audit/chain/queries'
import { listRolloverStudents, readOneRollover } from '@/lib/domain/rollovers/queries'
import { startRun, startUndo } from '@/lib/domain/rollovers/start/commands'
import { database } from '@/lib/platform/db/client'
import { ownerClient } from '../support/rows'
import { runQueued } from '../support/worker'
import { type YearEnd, yearEnd } from '../support/year-end'

let { school, rector, ana, luis, last, version, planned, ofNextYear, stateOf } = {} as YearEnd
beforeEach(async () => {
  ;({ school, rector, ana, luis, last, version, planned, ofNextYear, stateOf } = await yearEnd())
})
afterEach(() => heal())

/** What nobody expected: the database raises an error of its own for one student. */
async function breakFor(student: string, verb: 'insert' | 'delete') {
  const row = verb === 'insert' ? 'new' : 'old'
  await (await ownerClient()).query(`
    create or replace function broken() returns trigger language plpgsql as $$
      begin if ${row}.student_id = '${student}' then raise exception 'page 7 of a broken index'; end if; return ${row}; end $$;
    create or replace trigger broken before ${verb} on enrollments for each row execute function broken()`)
}
const heal = async () => (await ownerClient()).query('drop function if exists broken() cascade')

const go = async (id: string, start: typeof startRun | typeof startUndo) => {
  const { jobId } = await start.run(rector, { rolloverId: id, version: await version(id) })
  expect((await runQueued()).failures).toEqual([])
  return database().prisma.job.findFirstOrThrow({ where: { schoolId: school.id, id: jobId }, include: { items: true } })
}
const failed = async (id: string) =>
  (await listRolloverStudents.run(rector, { rolloverId: id, problem: 'failed' })).items.map(({ name }) => name)
const whoIsEnrolled = async () => (await ofNextYear()).map(({ studentId }) => studentId).sort()

it('leaves out the one student who cannot be done, names them, and tries only them again', async () => {
  const id = await planned()
  await breakFor(ana.studentId, 'insert')
  const job = await go(id, startRun)
  expect(job).toMatchObject({ status: 'done', total: 1, done: 0, failed: 1 })
  expect(job.items[0]?.error).toMatch(/^1 estudiante de esta tanda no se pudo completar por un error inesperado\./)
  expect(await readOneRollover.run(rector, { rolloverId: id })).toMatchObject({
    status: 'done',
    results: { failed: 1, enrolled: 1, done: 2 },
  })
  expect(await whoIsEnrolled()).toEqual([luis.studentId])
  expect(await stateOf(last.enrollmentId)).toBe('graduated')
  expect(await failed(id)).toEqual([ana.name])
  const before = await ofNextYear()

  await heal()
  await go(id, startRun)
  expect(await whoIsEnrolled()).toEqual([ana.studentId, luis.studentId].sort())
  expect((await ofNextYear()).filter(({ studentId }) => studentId === luis.studentId)).toEqual(before)
  expect(await failed(id)).toEqual([])
  expect(await checkHistory.run(rector, {})).toMatchObject({ fault: null })
})

it('takes everybody else back when one cannot be, and undoing again takes up what is left', async () => {
  const id = await planned()
  await go(id, startRun)
  await breakFor(ana.studentId, 'delete')
  await go(id, startUndo)
  expect(await whoIsEnrolled()).toEqual([ana.studentId])
  expect(await readOneRollover.run(rector, { rolloverId: id })).toMatchObject({
    status: 'done',
    results: { failed: 1, undone: 3 },
  })
  expect(await failed(id)).toEqual([ana.name])

  await heal()
  await go(id, startUndo)
  expect(await whoIsEnrolled()).toEqual([])
  expect((await readOneRollover.run(rector, { rolloverId: id })).status).toBe('undone')
})
