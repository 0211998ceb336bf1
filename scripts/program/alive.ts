import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** True when the process is one of these scripts; a number may meanwhile belong to something else. */
export function isAthena(pid: number | undefined): boolean {
  return pid !== undefined && /scripts[/\\]\w+\.ts/.test(commandOf(pid))
}
