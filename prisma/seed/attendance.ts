import { createHash } from 'node:crypto'
import { isSchoolDay } from '@/lib/domain/attendance/rules'
import { database } from '@/lib/platform/db/client'
import { newObjectKey } from '@/lib/platform/storage'
import { addDays, daysBetween, type IsoDay } from '@/lib/shared/dates'
import type { Desk } from './academics/structure'
import { makeDocumentFile } from './files'
import { createRandom, type Random } from './random'
import type { DemoObject } from './rows'
import { insert, saveObjects } from './store'
import type { DemoYear } from './years'

type Given = { seed: number; year: DemoYear; day: IsoDay }

/** Days of the year on which school was held, up to and including `day`. */
function heldDays({ rows }: Desk, year: DemoYear, day: IsoDay): IsoDay[] {
  const exceptions = rows.calendarDays.map((one) => ({ day: String(one.day), kind: one.kind }))
  const last = day < year.endsOn ? day : year.endsOn
  return Array.from({ length: Math.max(0, daysBetween(year.startsOn, last) + 1) }, (_, at) =>
    addDays(year.startsOn, at),
  ).filter((one) => isSchoolDay(one, exceptions))
}

const reasons = ['Cita médica', 'Incapacidad por gripa', 'Calamidad familiar', 'Cita odontológica', 'Viaje familiar']

/** Excuses of two days with their papers: most were accepted, the last ones wait. */
function addExcuses({ rows, newId, schoolId }: Desk, seed: number, days: readonly IsoDay[]) {
  const random = createRandom(seed)
  const sitting = rows.placements.filter(({ validTo }) => !validTo)
  const files: object[] = []
  const objects: DemoObject[] = []
  const excuses = Array.from({ length: days.length < 10 || sitting.length === 0 ? 0 : 16 }, (_, index) => {
    const pending = index >= 13
    const at = pending ? days.length - 3 : random.int(5, days.length - 5)
    const reason = random.pick(reasons)
    const withPaper = index % 4 !== 3
    const fileId = newId()
    if (withPaper) {
      const { bytes, contentType, fileName } = makeDocumentFile(seed + index, reason, { name: '', document: '' })
      const objectKey = newObjectKey(schoolId)
      objects.push({ key: objectKey, bytes, contentType })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const size = bytes.length
      files.push({
        schoolId,
        id: fileId,
        objectKey,
        fileName,
        contentType,
        size,
        sha256,
        purpose: 'excuse',
        status: 'ready',
      })
    }
    return {
      schoolId,
      id: newId(),
      enrollmentId: random.pick(sitting).enrollmentId as string,
      validFrom: days[at] as IsoDay,
      validTo: days[at + 1] as IsoDay,
      reason,
      status: pending ? 'pending' : 'accepted',
      fileId: withPaper ? fileId : null,
      ...(pending ? {} : { decidedAt: `${days[at + 1]}T15:00:00-05:00` }),
    }
  })
  return { excuses, files, objects }
}

type List = { id: string; classGroupId: string; day: IsoDay; takenBy: string | null }
type Excuse = ReturnType<typeof addExcuses>['excuses'][number]
type Written = {
  id: string
  listId: string
  enrollmentId: string
  day: IsoDay
  status: string
  excuseId: string | null
  by: string | null
}

/** How a child is on a day: a few are often away, one in a hundred has not come for days, the others nearly always come. */
function makeHabits(random: Random, awaySince: IsoDay) {
  const habits = new Map<string, number>()
  return (enrollmentId: string, day: IsoDay): string => {
    const habit = habits.get(enrollmentId) ?? random.int(0, 99)
    habits.set(enrollmentId, habit)
    if (habit === 7 && day >= awaySince) return 'absent'
    const chance = random.int(0, 999)
    if (chance < (habit < 4 ? 160 : 28)) return 'absent'
    return chance > 980 ? 'late' : 'present'
  }
}

/** Who sat in a group on each day of its lists, with what the list says. */
function recordsOf(
  { rows, newId }: Desk,
  seed: number,
  days: readonly IsoDay[],
  lists: List[],
  excuses: Excuse[],
): Written[] {
  const statusOf = makeHabits(createRandom(seed), days.at(-4) ?? '')
  const seats = Map.groupBy(rows.placements, ({ classGroupId }) => classGroupId)
  const papers = Map.groupBy(excuses, ({ enrollmentId }) => enrollmentId)
  return lists.flatMap(({ id: listId, classGroupId, day, takenBy }) =>
    (seats.get(classGroupId) ?? [])
      .filter(({ validFrom, validTo }) => String(validFrom) <= day && (!validTo || String(validTo) >= day))
      .map(({ enrollmentId }) => {
        const paper = papers.get(enrollmentId)?.find((one) => one.validFrom <= day && one.validTo >= day)
        const status = paper ? (paper.status === 'accepted' ? 'excused' : 'absent') : statusOf(enrollmentId, day)
        const excuseId = status === 'excused' ? (paper?.id ?? null) : null
        return { id: newId(), listId, enrollmentId, day, status, excuseId, by: status === 'present' ? null : takenBy }
      }),
  )
}

const chunk = 10_000

/** Columns as arrays: a hundred thousand rows are written in seconds, and nobody waits longer for the first start. */
async function saveRecords(schoolId: string, records: readonly Written[]): Promise<void> {
  for (let at = 0; at < records.length; at += chunk) {
    const some = records.slice(at, at + chunk)
    const column = (key: keyof Written) => some.map((one) => one[key])
    await database().pool.query(
      `insert into attendance_records (school_id, id, list_id, enrollment_id, day, status, excuse_id, recorded_by)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::text[], $7::uuid[], $8::uuid[])`,
      [schoolId, ...(['id', 'listId', 'enrollmentId', 'day', 'status', 'excuseId', 'by'] as const).map(column)],
    )
  }
}

/**
 * A year of roll call, one list a day for each group: about 94 % are there. Some excuses with their papers, and two
 * corrections that teachers asked for too late to make them alone.
 */
export async function addAttendance(desk: Desk, { seed, year, day }: Given): Promise<void> {
  const { schoolId, rows, newId } = desk
  const days = heldDays(desk, year, day)
  const lists = rows.classGroups.flatMap(({ id, directorId }, group) =>
    days
      // Today some are still to be taken.
      .filter((one) => one < day || group % 3 > 0)
      .map(
        (one): List => ({
          id: newId(),
          classGroupId: id as string,
          day: one,
          takenBy: (directorId as string | null) ?? null,
        }),
      ),
  )
  const { excuses, files, objects } = addExcuses(desk, seed, days)
  const records = recordsOf(desk, seed, days, lists, excuses)
  await insert(
    'attendance_lists',
    lists.map((list) => ({ schoolId, ...list, takenAt: `${list.day}T07:10:00-05:00` })),
  )
  await insert('stored_files', files)
  await insert('absence_excuses', excuses)
  await Promise.all([saveObjects(objects), saveRecords(schoolId, records)])
  const old = records.filter(({ status, by, day: one }) => status === 'absent' && by && one < (days.at(-12) ?? ''))
  await insert(
    'attendance_corrections',
    old.slice(-2).map(({ id: recordId, by: requestedBy }) => ({
      schoolId,
      id: newId(),
      recordId,
      requestedBy,
      beforeStatus: 'absent',
      wantedStatus: 'late',
      reason: 'Llegó a la segunda hora',
    })),
  )
}
