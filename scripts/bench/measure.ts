import { globSync, readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export type Target = {
  name: string
  url: string
  headers?: Record<string, string>
  /** Leader of the process group whose CPU counts. */
  pid: number
}

export type Level = {
  connections: number
  requestsPerSecond: number
  p50: number
  p95: number
  /** User and system time of the server's processes, milliseconds per answered request. */
  cpuMs: number
  failed: number
}

export type Measured = { name: string; bytes: number; levels: Level[] }

const ticksPerSecond = 100

/** CPU time of a process group so far, in milliseconds (Linux). */
export function cpuOf(group: number): number {
  let ticks = 0
  for (const fields of processes()) if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12])
  return (ticks / ticksPerSecond) * 1000
}

/** Resident memory of the largest process of a group, in megabytes (Linux). */
export function memoryOf(group: number): number {
  const pages = [...processes()].filter((fields) => Number(fields[2]) === group).map((fields) => Number(fields[21]))
  return (Math.max(0, ...pages) * 4096) / 1e6
}

/** /proc/<pid>/stat of every process, from the state on. */
function* processes(): Generator<string[]> {
  for (const file of globSync('/proc/[0-9]*/stat')) {
    try {
      const text = readFileSync(file, 'utf8')
      // The command's name stands in brackets and may hold blanks.
      yield text.slice(text.lastIndexOf(')') + 2).split(' ')
    } catch {
      // Gone in between.
    }
  }
}

type Shot = { result: autocannon.Result; times: number[] }

export function shoot(options: autocannon.Options): Promise<Shot> {
  const times: number[] = []
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) => (error ? reject(error) : resolve({ result, times })))
    instance.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10
}

/** Loads one address at each number of connections, after a warm-up that does not count. */
export async function measure(target: Target, connections: readonly number[], seconds: number): Promise<Measured> {
  const { name, url, headers = {}, pid } = target
  await shoot({ url, headers, connections: 8, duration: Math.min(2, seconds) })
  const levels: Level[] = []
  let bytes = 0
  for (const count of connections) {
    const before = cpuOf(pid)
    const { result, times } = await shoot({ url, headers, connections: count, duration: seconds })
    const cpu = cpuOf(pid) - before
    bytes = Math.round(result.throughput.total / Math.max(1, result.requests.total))
    levels.push({
      connections: count,
      requestsPerSecond: Math.round(result.requests.average),
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      cpuMs: result['2xx'] === 0 ? Number.NaN : cpu / result['2xx'],
      failed: result.non2xx + result.errors,
    })
  }
  return { name, bytes, levels }
}
