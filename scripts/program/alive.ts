import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const PROC = existsSync('/proc/self/stat')

/** The command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  if (PROC) return readOr(`/proc/${pid}/cmdline`)
  return ps(pid, 'command')
}

/** A process's number and the moment it began: the number alone may be given again. Empty when there is none. */
function identityOf(pid: number): string {
  // After the name in brackets, which may hold anything: state is field 3, start time field 22.
  const began = PROC
    ? readOr(`/proc/${pid}/stat`)
        .replace(/^.*\) /, '')
        .split(' ')[19]
    : ps(pid, 'lstart').trim()
  return began ? `${pid} ${began}` : ''
}

/** Takes a lock file for this process; false while another living process holds it. */
export function takeLock(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  writeFileSync(own, identityOf(process.pid))
  try {
    // A link appears with its contents, so that nobody takes a lock that is being written for an abandoned one.
    linkSync(own, file)
    return true
  } catch {
    // A holder that was killed never gives its lock back.
    if (holderOf(file) === undefined) rmSync(file, { force: true })
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** The process that holds a lock file; undefined when it is gone. */
export function holderOf(file: string): number | undefined {
  const written = readOr(file)
  const pid = Number(written.split(' ')[0])
  return pid && identityOf(pid) === written ? pid : undefined
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
