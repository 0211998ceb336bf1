import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUCKET, type Store, startStore } from '@/scripts/services/store'

const Bucket = BUCKET
const Key = 'colegio/é b+c.txt'
const origin = 'http://localhost:4000'
let folder: string
let store: Store
let s3: S3Client

function clientWith(options: { accessKeyId?: string; secretAccessKey?: string; checksums?: boolean } = {}): S3Client {
  const when = options.checksums ? 'WHEN_SUPPORTED' : 'WHEN_REQUIRED'
  return new S3Client({
    endpoint: store.endpoint,
    region: store.env.S3_REGION,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: {
      accessKeyId: options.accessKeyId ?? store.env.S3_ACCESS_KEY_ID,
      secretAccessKey: options.secretAccessKey ?? store.env.S3_SECRET_ACCESS_KEY,
    },
    requestChecksumCalculation: when,
    responseChecksumValidation: when,
  })
}

const bodyOf = async (key: string) => {
  const object = await s3.send(new GetObjectCommand({ Bucket, Key: key }))
  return object.Body?.transformToString()
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
const status = async (url: string, init?: RequestInit) => (await fetch(url, init)).status

/** A presigned PUT as the program signs it: length, type and checksum are under the signature. */
function signPut(key: string, input: Partial<PutObjectCommandInput> = {}, expiresIn = 60): Promise<string> {
  return getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: key, ...input }), {
    expiresIn,
    signableHeaders: new Set(['host', 'content-type', 'content-length', 'x-amz-checksum-sha256']),
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
  })
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'athena-store-'))
  store = await startStore(folder, [origin])
  s3 = clientWith()
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'hello', ContentType: 'text/plain', Metadata: { x: 'y' } }))
})
afterAll(async () => {
  await store.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('through the SDK', () => {
  test('the bucket is there', async () => {
    await expect(s3.send(new HeadBucketCommand({ Bucket }))).resolves.toBeDefined()
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'another' }))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('an object comes back with its type and metadata', async () => {
    const object = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(await object.Body?.transformToString()).toBe('hello')
    expect(object).toMatchObject({ ContentType: 'text/plain', ContentLength: 5, Metadata: { x: 'y' } })
  })

  test('a range and a head', async () => {
    const range = await s3.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=1-3' }))
    expect(await range.Body?.transformToString()).toBe('ell')
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentLength: 5 })
  })

  test('the SDK with its default checksums, whole and as a stream', async () => {
    const checking = clientWith({ checksums: true })
    await checking.send(new PutObjectCommand({ Bucket, Key: 'crc', Body: 'hello' }))
    const Body = Readable.from([Buffer.from('hello '), Buffer.from('stream')])
    await checking.send(new PutObjectCommand({ Bucket, Key: 'chunked', Body, ContentLength: 12 }))
    expect([await bodyOf('crc'), await bodyOf('chunked')]).toEqual(['hello', 'hello stream'])
  })

  test('an object is replaced whole and leaves no bytes behind', async () => {
    for (const Body of ['first', 'second']) await s3.send(new PutObjectCommand({ Bucket, Key: 'again', Body }))
    expect(await bodyOf('again')).toBe('second')
    const files = readdirSync(path.join(folder, 'store'), { recursive: true, encoding: 'utf8' })
    const hash = createHash('sha256').update('again').digest('hex')
    expect(files.filter((file) => path.basename(file).startsWith(hash))).toHaveLength(2)
  })

  test('copy, delete, delete many', async () => {
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: encodeURI(`${Bucket}/${Key}`) }))
    expect(await bodyOf('copy')).toBe('hello')
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }))
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a & b', Body: 'x' }))
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a & b' }, { Key: 'crc' }] } }))
    for (const gone of ['copy', 'a & b', 'crc']) await expect(bodyOf(gone)).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  test('lists with prefix, delimiter and pages, in both versions', async () => {
    for (const name of ['list/a', 'list/b/1', 'list/b/2', 'list/c']) {
      await s3.send(new PutObjectCommand({ Bucket, Key: name, Body: name }))
    }
    const folded = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }))
    expect(folded.Contents?.map((object) => object.Key)).toEqual(['list/a', 'list/c'])
    expect(folded.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['list/b/'])
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 3 }))
    const ContinuationToken = first.NextContinuationToken
    const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken }))
    expect([first.IsTruncated, second.Contents?.map((object) => object.Key)]).toEqual([true, ['list/c']])
    const old = await s3.send(new ListObjectsCommand({ Bucket, Prefix: 'list/', Marker: 'list/b/1' }))
    expect(old.Contents?.map((object) => object.Key)).toEqual(['list/b/2', 'list/c'])
  })
})

describe('refuses', () => {
  test('unknown keys and wrong secrets', async () => {
    for (const wrong of [{ accessKeyId: 'nobody' }, { secretAccessKey: 'guess' }]) {
      const read = clientWith(wrong).send(new GetObjectCommand({ Bucket, Key }))
      await expect(read).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
    }
  })

  test('anonymous requests of every kind', async () => {
    const address = `${store.endpoint}/${Bucket}/${encodeURIComponent(Key)}`
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) expect(await status(address, { method })).toBe(403)
    expect(await status(`${store.endpoint}/${Bucket}?list-type=2`)).toBe(403)
    expect(await bodyOf(Key)).toBe('hello')
  })

  test('a presigned address that was changed, turned to another use, or has run out', async () => {
    const get = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 60 })
    const put = await signPut('put-only')
    const changed = [
      get.replace(/X-Amz-Signature=./, (text) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')),
      get.replace(/&X-Amz-Signature=\w+/, ''),
      get.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
      get.replace('colegio', 'otro'),
      put,
    ]
    expect(await status(get)).toBe(200)
    for (const url of changed) expect(await status(url)).toBe(403)
    expect(await status(put, { method: 'DELETE' })).toBe(403)
    const brief = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 1 })
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(await status(brief)).toBe(403)
  })

  test('an upload of another length, type or content than was signed', async () => {
    const ChecksumSHA256 = sha256('hello')
    const signed = { ContentLength: 5, ContentType: 'image/png', ChecksumSHA256 }
    const url = await signPut('signed.png', signed)
    const headers = { 'content-type': 'image/png', 'x-amz-checksum-sha256': ChecksumSHA256 }
    const send = (body: string, other: Record<string, string> = {}) =>
      status(url, { method: 'PUT', body, headers: { ...headers, ...other } })

    expect(await send('hello!')).toBe(403)
    expect(await send('')).toBe(403)
    expect(await send('hello', { 'content-type': 'text/html' })).toBe(403)
    expect(await send('hello', { 'x-amz-checksum-sha256': sha256('hallo') })).toBe(403)
    expect(await send('hello', { 'x-amz-meta-role': 'admin' })).toBe(403)
    expect(await send('hallo')).toBe(400)
    await expect(bodyOf('signed.png')).rejects.toMatchObject({ name: 'NoSuchKey' })
    expect(await send('hello')).toBe(200)
    expect(await bodyOf('signed.png')).toBe('hello')
  })

  test('keys that look like paths: they stay inside the folder', async () => {
    const url = await signPut('../../../escaped')
    await fetch(url, { method: 'PUT', body: 'x' })
    expect(existsSync(path.join(folder, '..', 'escaped'))).toBe(false)
  })
})

test('browsers may come from the own origin only', async () => {
  const url = await signPut('cors')
  const ask = (from: string) =>
    fetch(url, { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'PUT' } })
  expect((await ask(origin)).headers.get('access-control-allow-origin')).toBe(origin)
  const foreign = await ask('http://elsewhere.test')
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
})

test('an upload that is cut half-way leaves nothing behind', async () => {
  const url = await signPut('cut', { ContentLength: 1_000_000 })
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(1000))
      setTimeout(() => controller.error(new Error('cable pulled')), 50)
    },
  })
  const headers = { 'content-type': 'application/octet-stream', 'content-length': '1000000' }
  await expect(fetch(url, { method: 'PUT', body, headers, duplex: 'half' } as RequestInit)).rejects.toThrow()
  await expect(bodyOf('cut')).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect
    .poll(() => {
      const hash = createHash('sha256').update('cut').digest('hex')
      const files = readdirSync(path.join(folder, 'store'), { recursive: true, encoding: 'utf8' })
      return files.filter((file) => path.basename(file).startsWith(hash))
    })
    .toEqual([])
})

test('answers again on the same address after a stop', async () => {
  await store.stop()
  await expect(bodyOf(Key)).rejects.toThrow()
  await store.start()
  expect(await bodyOf(Key)).toBe('hello')
})
