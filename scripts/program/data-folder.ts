import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ScriptError } from '../console.ts'
import { holderOf, takeLock } from './alive.ts'

/** Where the embedded services keep their data: DATA_DIR, or .data below the project. */
export const dataDir = (): string => process.env.DATA_DIR || '.data'

const lockOf = (folder: string) => path.join(folder, 'lock')

/** Takes the data folder for this process; answers how to give it back. Two programs on one folder would spoil it. */
export function claimDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const lock = lockOf(folder)
  // The second attempt is for a lock whose process is gone: the first one has removed it.
  if (takeLock(lock) || takeLock(lock)) return () => rmSync(lock, { force: true })
  const holder = holderOfFolder(folder)
  throw new ScriptError(`Process ${holder} already runs on ${folder}: stop it, or choose another folder with DATA_DIR.`)
}

/** The process that has claimed the data folder, if any. */
export const holderOfFolder = (folder: string): number | undefined => holderOf(lockOf(folder))
