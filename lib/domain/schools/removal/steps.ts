import { createHash, type Hash } from 'node:crypto'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { readWholeSchool } from '@/lib/platform/db/whole-school'
import { objectKeysOf, readObject } from '@/lib/platform/storage'
import { type AddToZip, type PackedZip, withZip } from '@/lib/platform/zip'
import { today } from '@/lib/shared/dates'

/** What an archive is called when somebody saves it. */
export const archiveName = (slug: string, at: Date) => `${slug}-${today(at)}.zip`

/** When the school's doors closed; when its row last changed, for one that was never closed from here. */
export async function closedAt(db: PlatformDb, school: { id: string; updatedAt: Date }): Promise<Date> {
  const line = await db.platformAudit.findFirst({
    where: { entity: 'school', entityId: school.id, action: 'school.deactivate' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  return line?.at ?? school.updatedAt
}

/** The newest finished export that nobody can have written after: it was asked for when the doors were closed. */
export async function finalExport(db: PlatformDb, school: { id: string; updatedAt: Date }) {
  return db.storedFile.findFirst({
    where: {
      schoolId: school.id,
      purpose: 'export',
      status: 'ready',
      createdAt: { gt: await closedAt(db, school) },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, sha256: true },
  })
}

type Counted = { rows: number; sha256: Hash }

/** What an archive says about itself: everything that a reader needs to know that nothing is missing. */
export type Manifest = {
  format: 2
  schoolId: string
  exportedAt: string
  /** Rows and SHA-256 of each table's lines. */
  tables: Record<string, { rows: number; sha256: string }>
  files: { key: string; size: number; sha256: string }[]
}

/**
 * The whole school in one ZIP: `rows/<table>/<n>.ndjson` with every row of every table, `files/<name>` with every
 * object but other exports, and `manifest.json` with counts and hashes of both.
 * @param url of the database, when it is not the program's own
 */
export function packSchool<T>(
  schoolId: string,
  without: ReadonlySet<string>,
  use: (packed: PackedZip, manifest: Manifest) => Promise<T>,
  url?: string,
) {
  let manifest: Manifest
  return withZip(
    async (add) => {
      const tables = await packRows(schoolId, add, url)
      const files: Manifest['files'] = []
      for await (const keys of inHandfuls(objectKeysOf(schoolId))) {
        const objects = await Promise.all(keys.map((key) => (without.has(key) ? null : readObject(key))))
        for (const [at, key] of keys.entries()) {
          const bytes = objects[at]
          if (!bytes) continue
          // PDFs and pictures are small already.
          await add(`files/${key.slice(schoolId.length + 1)}`, bytes)
          files.push({ key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
        }
      }
      manifest = { format: 2, schoolId, exportedAt: new Date().toISOString(), tables, files }
      await add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)), { compress: true })
    },
    (packed) => use(packed, manifest),
  )
}

/** Ten thousand files one after the other would be ten thousand times the way to the store and back. */
async function* inHandfuls<T>(all: AsyncIterable<T>, size = 8): AsyncGenerator<T[]> {
  let handful: T[] = []
  for await (const one of all) {
    handful.push(one)
    if (handful.length < size) continue
    yield handful
    handful = []
  }
  if (handful.length > 0) yield handful
}

async function packRows(schoolId: string, add: AddToZip, url?: string): Promise<Manifest['tables']> {
  const counted = new Map<string, Counted & { parts: number }>()
  await readWholeSchool(
    schoolId,
    async ({ table, rows }) => {
      const so = counted.get(table) ?? { rows: 0, parts: 0, sha256: createHash('sha256') }
      const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''))
      so.rows += rows.length
      so.parts += 1
      so.sha256.update(bytes)
      counted.set(table, so)
      await add(`rows/${table}/${String(so.parts).padStart(5, '0')}.ndjson`, bytes, { compress: true })
    },
    url,
  )
  return Object.fromEntries(
    [...counted].map(([table, { rows, sha256 }]) => [table, { rows, sha256: sha256.digest('hex') }]),
  )
}
