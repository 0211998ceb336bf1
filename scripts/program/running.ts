import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { holderOfFolder } from './data-folder.ts'

/** `path`: an address that needs no login, a family's link. */
export type Login = { email: string; password: string; role: string; school?: string; path?: string }

/** What `npm start` and `npm run dev` tell about themselves in DATA_DIR/running.json while they run. */
export type Running = {
  url: string
  databaseUrl: string
  ownerDatabaseUrl: string
  storeEndpoint: string
  mails: string
  logins: Login[]
  pids: Record<string, number>
}

const fileIn = (dataDir: string) => path.join(dataDir, 'running.json')

/** The running copy of this data folder, or undefined when there is none (a file whose process is gone does not count). */
export function readRunning(dataDir: string): Running | undefined {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return undefined
  return holderOfFolder(dataDir) === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'))
}

export function writeRunning(dataDir: string, running: Running): void {
  mkdirSync(dataDir, { recursive: true })
  const unfinished = `${fileIn(dataDir)}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, fileIn(dataDir))
}

export function removeRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}
