import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { columnsOf, type ReadRows, restoreRows } from '@/lib/platform/db/restore-school'
import { deleteObject, objectSize, writeObject } from '@/lib/platform/storage'
import { unzipTo } from '@/lib/platform/unzip'
import type { Manifest } from './steps'

export type Restored =
  | { ok: true; schoolId: string; rows: number; files: number }
  /** Why nothing was restored, for the person at the terminal. */
  | { ok: false; why: string }

const portion = 500

/** The parts of a table's rows in the order in which they were written. */
async function partsOf(folder: string, table: string): Promise<string[]> {
  const at = path.join(folder, 'rows', table)
  const names = await readdir(at).catch(() => [])
  return names.sort().map((name) => path.join(at, name))
}

const rowsIn = (folder: string): ReadRows =>
  async function* rows(table) {
    for (const part of await partsOf(folder, table)) {
      let lines: string[] = []
      for await (const line of createInterface({ input: createReadStream(part) })) {
        lines.push(line)
        if (lines.length < portion) continue
        yield lines
        lines = []
      }
      if (lines.length > 0) yield lines
    }
  }

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}

const fileAt = (folder: string, schoolId: string, key: string) =>
  path.join(folder, 'files', key.slice(schoolId.length + 1))

/** What of the archive is not as it was written; null when all of it is. */
async function damage(folder: string, { schoolId, tables, files }: Manifest): Promise<string | null> {
  for (const [table, { sha256 }] of Object.entries(tables))
    if ((await hashOf(await partsOf(folder, table))) !== sha256)
      return `the rows of ${table} are not those that were exported`
  for (const { key, sha256 } of files) {
    if (!key.startsWith(`${schoolId}/`)) return `${key} is no file of the school`
    const hash = await hashOf([fileAt(folder, schoolId, key)]).catch(() => null)
    if (hash !== sha256) return `the file ${key} is missing, or is not the one that was exported`
  }
  return null
}

/** A table whose columns are not those of this database: the archive is of another version of the program. */
async function otherShape(url: string, folder: string, { tables }: Manifest): Promise<string | null> {
  const columns = await columnsOf(url, Object.keys(tables))
  const read = rowsIn(folder)
  for (const table of Object.keys(tables)) {
    if (table === 'users') continue
    for await (const [first] of read(table)) {
      const own = Object.keys(JSON.parse(first ?? '{}')).sort()
      if (own.join() !== [...(columns[table] ?? [])].sort().join())
        return `${table} has other columns here: the archive was made by another version of the program`
      break
    }
  }
  return null
}

async function storeFiles(folder: string, { schoolId, files }: Manifest): Promise<() => Promise<void>> {
  const written: string[] = []
  for (const { key } of files) {
    if ((await objectSize(key)) !== null) continue
    await writeObject(key, await readFile(fileAt(folder, schoolId, key)), 'application/octet-stream')
    written.push(key)
  }
  return async () => {
    for (const key of written) await deleteObject(key)
  }
}

/**
 * Reads the archive of a school back into a database and a store that do not have it: whole, or not at all. Everything is
 * held against the hashes of its manifest before a row is written.
 * @param url of the database, as a role that may write every table
 */
export async function restoreSchool(file: string, url: string): Promise<Restored> {
  const folder = await mkdtemp(path.join(tmpdir(), 'athena-restore-'))
  try {
    const manifest = await unzipTo(file, folder)
      .then(() => readFile(path.join(folder, 'manifest.json'), 'utf8'))
      .then((text) => JSON.parse(text) as Manifest)
      .catch(() => null)
    if (manifest?.format !== 2) return { ok: false, why: 'it is no archive of a school, or it is not whole' }
    const why = (await damage(folder, manifest)) ?? (await otherShape(url, folder, manifest))
    if (why) return { ok: false, why }
    const takeBack = await storeFiles(folder, manifest)
    const restored = await restoreRows(url, manifest.schoolId, rowsIn(folder)).catch(async (error) => {
      await takeBack()
      throw error
    })
    if (!restored.ok) {
      await takeBack()
      return restored
    }
    const rows = Object.values(restored.rows).reduce((sum, count) => sum + count, 0)
    return { ok: true, schoolId: manifest.schoolId, rows, files: manifest.files.length }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
