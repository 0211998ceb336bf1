import { Client } from 'pg'
import { addClass, type BenchClass } from './class.ts'
import { cpuOf, type Measured, measure, percentile } from './measure.ts'

type Place = {
  url: string
  pid: number
  slug: string
  schoolId: string
  databaseUrl: string
  seconds: number
  /** Of a rector, for pages and for the API. */
  headers: Record<string, string>
}

const today = () => new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)

/** Calls over and over, eight at a time, and counts the server's CPU: for writes, which need the answer before. */
async function repeat(
  place: Place,
  name: string,
  call: (which: number, round: number) => Promise<Response>,
): Promise<Measured> {
  const times: number[] = []
  let [failed, bytes] = [0, 0]
  const run = async (until: number) =>
    Promise.all(
      Array.from({ length: 8 }, async (_, which) => {
        for (let round = 0; Date.now() < until; round++) {
          const began = performance.now()
          const answer = await call(which, round)
          bytes = (await answer.clone().arrayBuffer()).byteLength
          if (!answer.ok) failed += 1
          times.push(performance.now() - began)
        }
      }),
    )
  await run(Date.now() + 1500)
  times.length = 0
  const before = cpuOf(place.pid)
  await run(Date.now() + place.seconds * 1000)
  const level = {
    connections: 8,
    requestsPerSecond: Math.round(times.length / place.seconds),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpuMs: (cpuOf(place.pid) - before) / times.length,
    failed,
  }
  return { name, bytes, levels: [level] }
}

/** One cell for each of eight hands, saved again and again with the version that the last answer gave. */
function cellSaves(place: Place, { courseIds, periodId, activityIds, enrollmentIds }: BenchClass): Promise<Measured> {
  const versions = Array.from({ length: 8 }, () => 1)
  return repeat(place, 'one cell saved', async (which, round) => {
    const cell = {
      activityId: activityIds[0],
      enrollmentId: enrollmentIds[which],
      status: 'scored',
      score: round % 2 ? '3.1' : '4.2',
      version: versions[which],
    }
    const answer = await fetch(`${place.url}/api/v1/gradebook/scores`, {
      method: 'PUT',
      headers: { ...place.headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ courseId: courseIds[0], periodId, source: 'grid', cells: [cell] }),
    })
    const body = (await answer.clone().json()) as { cells?: { outcome: string; version: number }[] }
    versions[which] = body.cells?.[0]?.version ?? 0
    return body.cells?.[0]?.outcome === 'saved' ? answer : new Response(null, { status: 409 })
  })
}

function ticks(place: Place, { classGroupId, enrollmentIds }: BenchClass): Promise<Measured> {
  const versions = Array.from({ length: 8 }, () => 0)
  return repeat(place, 'one tick of a roll call', async (which, round) => {
    const answer = await fetch(`${place.url}/api/v1/attendance/marks`, {
      method: 'PUT',
      headers: { ...place.headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        ...{ classGroupId, day: today(), lesson: 0, enrollmentId: enrollmentIds[which], version: versions[which] },
        ...{ status: round % 2 ? 'present' : 'late', reason: 'Medición' },
      }),
    })
    const body = (await answer.clone().json()) as { version?: number; current?: { version: number } }
    versions[which] = body.version ?? body.current?.version ?? versions[which] ?? 0
    return answer
  })
}

/** The marks of a whole group of a closed period, from nothing. @returns milliseconds of each of ten times */
async function recomputing(
  place: Place,
  client: Client,
  { classGroupId, periodId, courseIds }: BenchClass,
): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < 10; round++) {
    await client.query('delete from course_results where school_id = $1 and course_offering_id = any($2)', [
      place.schoolId,
      courseIds,
    ])
    const began = performance.now()
    const at = `${place.url}/api/v1/closing/periods/${periodId}/groups/${classGroupId}/marks`
    const answer = await fetch(at, {
      method: 'PUT',
      headers: { ...place.headers, 'content-type': 'application/json' },
      body: '{}',
    })
    if (!answer.ok) throw new Error(`recomputing: ${answer.status} ${await answer.text()}`)
    times.push(performance.now() - began)
  }
  return times
}

/** What a teacher and a closing do: grids of two sizes, one cell, a roll call and its ticks, and a group's marks. */
export async function schoolYear(place: Place): Promise<{ lines: Measured[]; recompute: number[] }> {
  const client = new Client(place.databaseUrl)
  await client.connect()
  try {
    const make = (code: string, students: number, subjects: number, activities: number, status: 'open' | 'published') =>
      addClass(client, place.schoolId, { code, students, subjects, activities, status })
    const small = await make('M36', 36, 1, 10, 'open')
    const large = await make('M40', 40, 1, 20, 'open')
    const whole = await make('M12', 40, 12, 10, 'published')
    await client.query('analyze')
    const page = (name: string, path: string) =>
      measure(
        { name, url: `${place.url}/${place.slug}${path}`, headers: place.headers, pid: place.pid },
        [8],
        place.seconds,
      )
    const grid = ({ courseIds, periodId }: BenchClass) => `/gradebook/${courseIds[0]}?period=${periodId}`
    const lines = [
      await page('grid of 36 × 10', grid(small)),
      await page('grid of 40 × 20', grid(large)),
      await cellSaves(place, small),
      await page('roll call of 36', `/attendance/${small.classGroupId}?day=${today()}`),
      await ticks(place, small),
    ]
    return { lines, recompute: await recomputing(place, client, whole) }
  } finally {
    await client.end()
  }
}
