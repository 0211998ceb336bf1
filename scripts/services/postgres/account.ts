import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

export type Account = { uid: number; gid: number }

/** Where the files go when the project's own folder is closed to PostgreSQL's account (a checkout below /root). */
const OUTSIDE = '/var/lib/athena-erp'

/**
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres`, or to `nobody` where there is none.
 * Everybody else runs it as themselves (undefined).
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([account]) => account === name) ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody" to run it as.')
}

/** The folder itself, or one outside the project when the account could not get into it. */
export function reachableFolder(folder: string, account: Account | undefined): string {
  if (!account || canReach(path.dirname(folder), account)) return folder
  return path.join(OUTSIDE, folder.replaceAll(/[^\w.-]+/g, '_').replace(/^_/, ''))
}

/** The folder with PostgreSQL's programs, copied once to where the account can run them when it cannot do so in place. */
export function reachablePrograms(native: string, version: string, account: Account | undefined): string {
  if (!account || canReach(native, account)) return native
  const copy = path.join(OUTSIDE, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(OUTSIDE, { recursive: true })
    chmodSync(OUTSIDE, 0o755)
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch {
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  return copy
}

function canReach(folder: string, { uid, gid }: Account): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (existsSync(current)) {
      const found = statSync(current)
      const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0
      if (((found.mode >> shift) & 1) === 0) return false
    }
    if (current === path.dirname(current)) return true
  }
}
