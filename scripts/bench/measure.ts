import { globSync, readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export type Target = {
  name: string
  url: string
  headers?: Record<string, string>
  /** Leader of the process group whose CPU counts. */
  pid: number
}

export type Measured = {
  name: string
  requestsPerSecond: number
  p50: number
  p975: number
  /** User and system time of the server's processes, milliseconds per answered request. */
  cpuMs: number
  bytes: number
  failed: number
}

const ticksPerSecond = 100

/** CPU time of a process group so far, in milliseconds (Linux). */
function cpuOf(group: number): number {
  let ticks = 0
  for (const file of globSync('/proc/[0-9]*/stat')) {
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      continue
    }
    // The command's name stands in brackets and may hold blanks.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12])
  }
  return (ticks / ticksPerSecond) * 1000
}

const shoot = (target: Target, connections: number, seconds: number) =>
  autocannon({ url: target.url, headers: target.headers ?? {}, connections, duration: seconds })

/** Loads one address after a warm-up that does not count. */
export async function measure(target: Target, connections: number, seconds: number): Promise<Measured> {
  await shoot(target, connections, Math.min(3, seconds))
  const before = cpuOf(target.pid)
  const result = await shoot(target, connections, seconds)
  const cpu = cpuOf(target.pid) - before
  const answered = result['2xx']
  return {
    name: target.name,
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p975: result.latency.p97_5,
    cpuMs: answered === 0 ? Number.NaN : cpu / answered,
    bytes: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
    failed: result.non2xx + result.errors,
  }
}
