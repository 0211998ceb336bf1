import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAthena } from '../program/alive.ts'

/** Runs `work` while no other process does under the same name; waits for its turn. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const file = path.join('node_modules', '.cache', `athena-${name.replaceAll(/\W+/g, '-')}.lock`)
  mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // A holder that was killed never gives the lock back.
    if (!isAthena(holderOf(file))) rmSync(file, { force: true })
    return false
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}
