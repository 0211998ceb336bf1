import { rmSync } from 'node:fs'
import path from 'node:path'
import { takeLock } from '../program/alive.ts'

/** Runs `work` while no other process does under the same name; waits for its turn. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const file = path.join('node_modules', '.cache', `athena-${name.replaceAll(/\W+/g, '-')}.lock`)
  while (!takeLock(file)) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
