import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { access, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Upload } from './body.ts'
import { StoreError } from './errors.ts'

export type ObjectHeaders = { type: string; disposition?: string; user: Record<string, string> }
export type ObjectInfo = ObjectHeaders & { key: string; size: number; etag: string; modified: string; file: string }

/**
 * Objects on disk. A key never becomes a path: `<bucket>/<hash prefix>/<hash>.json` describes the object and names the
 * file with its bytes, so that replacing an object is one rename.
 */
export class ObjectFolder {
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
  ) {}

  async createBucket(bucket: string): Promise<void> {
    await mkdir(this.bucketFolder(bucket), { recursive: true, mode: 0o700 })
  }

  async requireBucket(bucket: string): Promise<void> {
    await access(this.bucketFolder(bucket)).catch(() => {
      throw new StoreError(404, 'NoSuchBucket')
    })
  }

  async put(bucket: string, key: string, upload: Upload, headers: ObjectHeaders): Promise<ObjectInfo> {
    const { base } = await this.place(bucket, key)
    const file = `${base}.${randomUUID()}`
    try {
      await pipeline([...upload.streams, createWriteStream(file, { mode: 0o600 })])
      return await this.describe(bucket, { key, ...upload.finish(), ...headers, file: path.basename(file) })
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }

  async copy(from: { bucket: string; key: string }, to: { bucket: string; key: string }): Promise<ObjectInfo> {
    const source = await this.info(from.bucket, from.key)
    const { base } = await this.place(to.bucket, to.key)
    const file = `${base}.${randomUUID()}`
    await copyFile(path.join(path.dirname(this.basePath(from.bucket, from.key)), source.file), file)
    return this.describe(to.bucket, { ...source, key: to.key, file: path.basename(file) })
  }

  async info(bucket: string, key: string): Promise<ObjectInfo> {
    const text = await readFile(`${this.basePath(bucket, key)}.json`, 'utf8').catch(() => {
      throw new StoreError(404, 'NoSuchKey')
    })
    return JSON.parse(text)
  }

  read(bucket: string, object: ObjectInfo, range: { start: number; end: number }): ReadStream {
    return createReadStream(path.join(path.dirname(this.basePath(bucket, object.key)), object.file), range)
  }

  async remove(bucket: string, key: string): Promise<void> {
    const object = await this.info(bucket, key).catch(() => undefined)
    if (!object) return
    const base = this.basePath(bucket, key)
    await rm(`${base}.json`, { force: true })
    await rm(path.join(path.dirname(base), object.file), { force: true })
  }

  /** All objects of a bucket whose key begins with the prefix, in the order of their keys' bytes. */
  async list(bucket: string, prefix: string): Promise<ObjectInfo[]> {
    const names = await readdir(this.bucketFolder(bucket), { recursive: true })
    const files = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(this.bucketFolder(bucket), name))
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
    const objects = texts.filter(Boolean).map((text): ObjectInfo => JSON.parse(text))
    return objects
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
  }

  private async describe(bucket: string, object: Omit<ObjectInfo, 'modified'>): Promise<ObjectInfo> {
    const base = this.basePath(bucket, object.key)
    const before = await this.info(bucket, object.key).catch(() => undefined)
    const info = { ...object, modified: new Date(this.now()).toISOString() }
    const unfinished = `${base}.${randomUUID()}.tmp`
    await writeFile(unfinished, JSON.stringify(info), { mode: 0o600 })
    await rename(unfinished, `${base}.json`)
    if (before) await rm(path.join(path.dirname(base), before.file), { force: true })
    return info
  }

  private async place(bucket: string, key: string): Promise<{ base: string }> {
    await this.requireBucket(bucket)
    const base = this.basePath(bucket, key)
    await mkdir(path.dirname(base), { recursive: true, mode: 0o700 })
    return { base }
  }

  private basePath(bucket: string, key: string): string {
    if (Buffer.byteLength(key) > 1024) throw new StoreError(400, 'KeyTooLongError')
    const hash = createHash('sha256').update(key).digest('hex')
    return path.join(this.bucketFolder(bucket), hash.slice(0, 2), hash)
  }

  private bucketFolder(bucket: string): string {
    if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucket)) throw new StoreError(400, 'InvalidBucketName')
    return path.join(this.folder, bucket)
  }
}
