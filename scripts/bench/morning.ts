import { Client } from 'pg'
import { fromInside } from './inside.ts'
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

const words = ['gomez', 'mar', 'rodri luis', 'acevedo', '1023', 'zapata ana', 'qui', 'torres']

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
  const asked = rows.flatMap(({ id }, index) => {
    const page = (path: string) => ({ path: `/${slug}${path}`, headers, inside: index % 8 !== 0 })
    const search = (more: number) => ({
      path: `/${slug}/search?q=${encodeURIComponent(words[(index + more) % words.length] ?? '')}`,
      headers,
      inside: false,
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
  const requests = []
  for (const { path, headers, inside } of asked) {
    const request = inside ? await fromInside(slug, url + path, headers) : { url: url + path, headers }
    requests.push({ path: request.url.slice(url.length), headers: request.headers })
  }
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
