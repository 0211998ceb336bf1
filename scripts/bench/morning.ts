import { Client } from 'pg'
import { memoryOf, percentile, shoot } from './measure.ts'

export type Morning = { asked: number; answered: number; p50: number; p95: number; failed: number; memory: number[] }

type Place = {
  url: string
  pid: number
  headers: Record<string, string>
  slug: string
  schoolId: string
  databaseUrl: string
}

/** A change of page inside the program, as the browser asks for it. */
const inside = { rsc: '1' }
const words = ['gomez', 'mar', 'rodri luis', 'acevedo', '1023', 'zapata ana', 'qui', 'torres']

/** Next wants its own mark in the address of such a request and sends whoever leaves it out to the right one. */
async function signed(
  url: string,
  { path, headers }: { path: string; headers: Record<string, string> },
): Promise<string> {
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  const location = answer.headers.get('location')
  if (!location) return path
  const { pathname, search } = new URL(location, url)
  return pathname + search
}

/**
 * What an office asks in a morning: of ten requests four open a child's record, two a list, three search while somebody types,
 * one looks into the queue. Pages are opened from inside the program, one in eight by its address.
 */
export async function morning(place: Place, perSecond: number, seconds: number): Promise<Morning> {
  const { url, pid, headers, slug, schoolId, databaseUrl } = place
  const client = new Client(databaseUrl)
  await client.connect()
  const { rows } = await client
    .query<{ id: string }>('select id from students where school_id = $1 order by id limit 40', [schoolId])
    .finally(() => client.end())
  const lists = ['', '?gradeLevel=5', '?status=active', '?q=gomez']
  const requests = rows.flatMap(({ id }, index) => {
    const way = index % 8 === 0 ? {} : inside
    const page = (path: string) => ({ path: `/${slug}${path}`, headers: { ...headers, ...way } })
    const search = (more: number) => ({
      path: `/${slug}/search?q=${encodeURIComponent(words[(index + more) % words.length] ?? '')}`,
      headers,
    })
    return [
      page(`/students/${id}`),
      search(0),
      page(`/students${lists[index % lists.length]}`),
      page(`/students/${id}`),
      search(1),
      page('/review'),
      page(`/students/${id}`),
      search(2),
      page(`/enrollments${index % 2 ? '?missing=true' : ''}`),
      page(`/students/${id}`),
    ]
  })
  for (const request of requests) if ('rsc' in request.headers) request.path = await signed(url, request)
  await shoot({ url, requests, connections: 8, duration: 5 })
  const memory = [memoryOf(pid)]
  const { result, times } = await shoot({ url, requests, connections: 48, overallRate: perSecond, duration: seconds })
  memory.push(memoryOf(pid))
  return {
    asked: perSecond * seconds,
    answered: result['2xx'],
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    failed: result.non2xx + result.errors + result.timeouts,
    memory,
  }
}
