import { createHash, type Hash } from 'node:crypto'
import { type Archive, type PackedArchive, withArchive } from '@/lib/platform/archive'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { readWholeSchool } from '@/lib/platform/db/whole-school'
import { objectKeysOf, readObject } from '@/lib/platform/storage'

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

/**
 * The whole school in one .tar.gz: `rows/<table>/<n>.ndjson` with every row of every table, `files/<name>` with every
 * object but other exports, and `manifest.json` with counts and hashes of both.
 */
export function packSchool<T>(
  schoolId: string,
  without: ReadonlySet<string>,
  use: (packed: PackedArchive) => Promise<T>,
) {
  return withArchive(async (archive) => {
    const tables = await packRows(schoolId, archive)
    const files: { key: string; size: number; sha256: string }[] = []
    for await (const key of objectKeysOf(schoolId)) {
      const bytes = without.has(key) ? null : await readObject(key)
      if (!bytes) continue
      await archive.add(`files/${key.slice(schoolId.length + 1)}`, bytes)
      files.push({ key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    const manifest = { format: 1, schoolId, exportedAt: new Date().toISOString(), tables, files }
    await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)))
  }, use)
}

async function packRows(schoolId: string, archive: Archive): Promise<Record<string, { rows: number; sha256: string }>> {
  const counted = new Map<string, Counted & { parts: number }>()
  await readWholeSchool(schoolId, async ({ table, rows }) => {
    const so = counted.get(table) ?? { rows: 0, parts: 0, sha256: createHash('sha256') }
    const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''))
    so.rows += rows.length
    so.parts += 1
    so.sha256.update(bytes)
    counted.set(table, so)
    await archive.add(`rows/${table}/${String(so.parts).padStart(5, '0')}.ndjson`, bytes)
  })
  return Object.fromEntries(
    [...counted].map(([table, { rows, sha256 }]) => [table, { rows, sha256: sha256.digest('hex') }]),
  )
}
