import { fromInside } from './inside.ts'
import { cpuOf, type Measured, measure } from './measure.ts'
import { signIn } from './sign-in.ts'

type Place = {
  url: string
  pid: number
  slug: string
  schoolId: string
  studentId: string
  grade: string
  seconds: number
  office: Record<string, string>
  teacher: { email: string; password: string; headers: Record<string, string> }
}

/**
 * What a school would otherwise run (open source, PHP, PostgreSQL behind a connection pooler) answers a second on two cores at eight
 * connections with 2,000 students: measured elsewhere, and the reference of these lines.
 */
const rivals = { list: 324, student: 238, home: 125, signIn: 292 }

/** Signs in, over and over, eight at a time. */
async function signIns({ url, pid, seconds, teacher }: Place): Promise<Measured> {
  const until = Date.now() + seconds * 1000
  const before = cpuOf(pid)
  const times: number[] = []
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (Date.now() < until) {
        const began = performance.now()
        await signIn(url, teacher.email, teacher.password)
        times.push(performance.now() - began)
      }
    }),
  )
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  const cpuMs = (cpuOf(pid) - before) / times.length
  const requestsPerSecond = Math.round(times.length / seconds)
  return {
    name: 'sign-in',
    bytes: 0,
    levels: [{ connections: 8, requestsPerSecond, p50: at(0.5), p95: at(0.95), cpuMs, failed: 0 }],
  }
}

/** The same content as a page by its address, as it is opened from inside the program, and as JSON. */
export async function besideRival(place: Place): Promise<{ line: Measured; rival: number }[]> {
  const { url, pid, slug, schoolId, studentId, grade, seconds, office, teacher } = place
  const list = `/${slug}/students?gradeLevel=${grade}`
  const student = `/${slug}/students/${studentId}`
  const school = { 'x-school-id': schoolId }
  const api = `/api/v1/students`
  const asked: { name: string; at: string; headers: Record<string, string>; inside?: true; rival: number }[] = [
    { name: 'one grade, page of 50', at: list, headers: office, rival: rivals.list },
    { name: 'one grade, page of 50, from inside', at: list, headers: office, inside: true, rival: rivals.list },
    {
      name: 'one grade, whole, JSON',
      at: `${api}?gradeLevel=${grade}&limit=200`,
      headers: { ...office, ...school },
      rival: rivals.list,
    },
    { name: 'a student, page', at: student, headers: office, rival: rivals.student },
    { name: 'a student, page, from inside', at: student, headers: office, inside: true, rival: rivals.student },
    { name: 'a student, JSON', at: `${api}/${studentId}`, headers: { ...office, ...school }, rival: rivals.student },
    { name: 'a teacher’s home, page', at: `/${slug}`, headers: teacher.headers, rival: rivals.home },
  ]
  const lines: { line: Measured; rival: number }[] = []
  for (const { name, at, headers, inside, rival } of asked) {
    const target = inside ? await fromInside(slug, url + at, headers) : { url: url + at, headers }
    lines.push({ line: await measure({ name, pid, ...target }, [8], seconds), rival })
  }
  lines.push({ line: await signIns(place), rival: rivals.signIn })
  return lines
}
