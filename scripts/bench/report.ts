import { readFileSync } from 'node:fs'
import type { FirstLoad } from './first-load.ts'
import type { Measured } from './measure.ts'
import type { Statement } from './plans.ts'

/** `inside`: a page as it is opened from another one of the program, without its frame. */
export type Line = Measured & { statements?: Statement[]; load?: FirstLoad; inside?: Measured }
export type Report = { data: string; seconds: number; memory: number; lines: Line[] }

export const reference = 'empty dynamic page'
export const goals: Record<string, number> = {
  '/[school]/students': 1.8,
  '/[school]/students/[studentId]': 2.2,
  '/api/v1/students': 0.4,
  'grid of 36 × 10': 3,
  'grid of 40 × 20': 5,
  'one cell saved': 0.8,
  'roll call of 36': 2.5,
}
const scriptGoal = 185_000
const mostStatements = 6
const mostReadPerRow = 20
/** Below this a table is read whole whatever its index. */
const fewRows = 500

const insideOf = (name: string): string => `${name} from inside`

/** CPU of a line at 8 connections, or at the only number there is. */
const cpuOf = ({ levels }: Measured): number =>
  (levels.find(({ connections }) => connections === 8) ?? levels[0])?.cpuMs ?? Number.NaN

/** CPU beside the empty page of the same run: what holds between machines. */
export function ratios({ lines }: Report): Map<string, number> {
  const empty = cpuOf(lines.find(({ name }) => name === reference) ?? { name: '', bytes: 0, levels: [] })
  return new Map(
    lines.flatMap((line) => [
      [line.name, cpuOf(line) / empty],
      ...(line.inside ? [[insideOf(line.name), cpuOf(line.inside) / empty] as const] : []),
    ]),
  )
}

export function print(report: Report): void {
  const by = ratios(report)
  const counts = report.lines[0]?.levels.map(({ connections }) => connections) ?? []
  console.log(`\n${report.data}; ${report.seconds} s each; memory of the web server ${Math.round(report.memory)} MB`)
  console.log(
    `| | CPU ms | × empty | from inside | goal | bytes | statements | ${counts.map((count) => `req/s at ${count} | p50/p95 ms`).join(' | ')} | failed |`,
  )
  console.log(`|${'-|'.repeat(8 + 2 * counts.length)}`)
  for (const line of report.lines) {
    const { name, bytes, levels, statements } = line
    const failed = levels.reduce((sum, level) => sum + level.failed, 0)
    const speeds = levels.map(({ requestsPerSecond, p50, p95 }) => `${requestsPerSecond} | ${p50}/${p95}`).join(' | ')
    const inside = by.get(insideOf(name))?.toFixed(2) ?? ''
    const goal = goals[name] ? `≤ ${goals[name]}` : ''
    console.log(
      `| ${name} | ${cpuOf(line).toFixed(2)} | ${(by.get(name) ?? Number.NaN).toFixed(2)} | ${inside} | ${goal} | ${bytes} | ${statements?.length ?? ''} | ${speeds} | ${failed} |`,
    )
  }
  for (const { name, load } of report.lines) {
    if (!load) continue
    const verdict = load.script <= scriptGoal ? 'within' : 'above'
    const [script, html] = [load.script / 1000, load.html / 1000]
    console.log(
      `${name}: first load ${script.toFixed(1)} kB of script (${verdict} ${scriptGoal / 1000}), HTML ${html.toFixed(1)} kB, compressed`,
    )
  }
  for (const warning of warnings(report)) console.log(`! ${warning}`)
}

/** Pages that ask too often, and statements that read far more than they return. */
export function warnings({ lines }: Report): string[] {
  return lines.flatMap(({ name, statements = [] }) => [
    ...(statements.length > mostStatements ? [`${name} makes ${statements.length} statements`] : []),
    ...statements
      .filter(({ read, returned }) => read > fewRows && read > mostReadPerRow * returned)
      .map(
        ({ read, returned, text }) => `${name} reads ${Math.round(read)} rows for ${returned}: ${text.slice(0, 140)}`,
      ),
  ])
}

/** Each line's ratio in an earlier report and now. */
export function compare(report: Report, file: string): void {
  const before = ratios(JSON.parse(readFileSync(file, 'utf8')) as Report)
  console.log(`\n| beside ${file} | × empty before | now | change |\n|-|-|-|-|`)
  for (const [name, now] of ratios(report)) {
    const then = before.get(name)
    if (then)
      console.log(
        `| ${name} | ${then.toFixed(2)} | ${now.toFixed(2)} | ${(((now - then) / then) * 100).toFixed(0)} % |`,
      )
  }
}
