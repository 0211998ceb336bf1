import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ScriptError } from '../console.ts'
import { isAthena } from './alive.ts'

/** Where the embedded services keep their data: DATA_DIR, or .data below the project. */
export const dataDir = (): string => process.env.DATA_DIR || '.data'

/** Takes the data folder for this process; answers how to give it back. Two programs on one folder would spoil it. */
export function claimDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const lock = path.join(folder, 'lock')
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  if (holder && holder !== process.pid && isAthena(holder)) {
    throw new ScriptError(
      `Process ${holder} already runs on ${folder}: stop it, or choose another folder with DATA_DIR.`,
    )
  }
  rmSync(lock, { force: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    throw new ScriptError(`Another process has just started on ${folder}: choose another folder with DATA_DIR.`)
  }
  return () => rmSync(lock, { force: true })
}
