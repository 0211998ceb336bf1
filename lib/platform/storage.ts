import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { env } from './env'
import { AppError } from './errors'

const clients = new Map<string, S3Client>()

function client(endpoint: string): S3Client {
  const { S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  const found = clients.get(endpoint)
  if (found) return found
  const made = new S3Client({
    endpoint,
    region: S3_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    // The SDK's defaults bake the CRC32 of an empty body into presigned addresses, and R2 refuses them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000 },
  })
  clients.set(endpoint, made)
  return made
}

export const storeClient = () => client(env().S3_ENDPOINT)
/** Addresses that a browser opens may go to another name than the server's own way to the store. */
const publicStore = () => client(env().S3_PUBLIC_ENDPOINT ?? env().S3_ENDPOINT)

/** Below the school, and nothing of the person in it. */
export const newObjectKey = (schoolId: string): string => `${schoolId}/${randomBytes(32).toString('hex')}`

const uploadSeconds = 300
const viewSeconds = 60

export type UploadTicket = { url: string; method: 'PUT'; headers: Record<string, string>; expiresAt: string }

/**
 * A one-file permission to write straight to the store: this key, this length, this type, this checksum, 300 s.
 * @param file size in bytes, sha256 in hex
 */
export async function signUpload(
  key: string,
  file: { size: number; contentType: string; sha256: string },
): Promise<UploadTicket> {
  const checksum = Buffer.from(file.sha256, 'hex').toString('base64')
  const put = new PutObjectCommand({
    Bucket: env().S3_BUCKET,
    Key: key,
    ContentLength: file.size,
    ContentType: file.contentType,
    ChecksumSHA256: checksum,
  })
  const url = await getSignedUrl(publicStore(), put, {
    expiresIn: uploadSeconds,
    signableHeaders: new Set(['host', 'content-type', 'content-length', 'x-amz-checksum-sha256']),
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
  })
  return {
    url,
    method: 'PUT',
    headers: { 'content-type': file.contentType, 'x-amz-checksum-sha256': checksum },
    expiresAt: new Date(Date.now() + uploadSeconds * 1000).toISOString(),
  }
}

/** A short-lived address to look at an object: our file name, our type, never the uploader's. */
export async function signView(
  key: string,
  as: { fileName: string; contentType: string; download?: boolean },
): Promise<string> {
  const name = encodeURIComponent(as.fileName)
  const get = new GetObjectCommand({
    Bucket: env().S3_BUCKET,
    Key: key,
    ResponseContentType: as.contentType,
    ResponseContentDisposition: `${as.download ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
    ResponseCacheControl: 'private, no-store',
  })
  return getSignedUrl(publicStore(), get, { expiresIn: viewSeconds })
}

async function reach<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotFound' || name === 'NoSuchKey') return null
    throw new AppError('unavailable', { reason: 'store_unavailable', cause: error })
  }
}

/** Size of what lies there in bytes, or null when nothing does. @throws AppError unavailable */
export async function objectSize(key: string): Promise<number | null> {
  const head = await reach(() => storeClient().send(new HeadObjectCommand({ Bucket: env().S3_BUCKET, Key: key })))
  return head?.ContentLength ?? null
}

/** The whole object, for checking it: callers look at its size first. */
export async function readObject(key: string): Promise<Uint8Array | null> {
  const object = await reach(() => storeClient().send(new GetObjectCommand({ Bucket: env().S3_BUCKET, Key: key })))
  return (await object?.Body?.transformToByteArray()) ?? null
}

export async function writeObject(key: string, body: Uint8Array, contentType: string): Promise<void> {
  await reach(() =>
    storeClient().send(
      new PutObjectCommand({ Bucket: env().S3_BUCKET, Key: key, Body: body, ContentType: contentType }),
    ),
  )
}

export async function deleteObject(key: string): Promise<void> {
  await reach(() => storeClient().send(new DeleteObjectCommand({ Bucket: env().S3_BUCKET, Key: key })))
}

/** A file of the disk that is too big for memory. */
export async function writeObjectFrom(key: string, from: { file: string; size: number }, contentType: string) {
  const put = new PutObjectCommand({
    Bucket: env().S3_BUCKET,
    Key: key,
    Body: createReadStream(from.file),
    ContentLength: from.size,
    ContentType: contentType,
  })
  await reach(() => storeClient().send(put, { requestTimeout: 3_600_000 }))
}

/** The keys of everything that lies below the school. */
export async function* objectKeysOf(schoolId: string): AsyncGenerator<string> {
  let after: string | undefined
  do {
    const list = new ListObjectsV2Command({
      Bucket: env().S3_BUCKET,
      Prefix: `${schoolId}/`,
      ...(after ? { ContinuationToken: after } : {}),
    })
    const page = await reach(() => storeClient().send(list))
    for (const { Key } of page?.Contents ?? []) if (Key) yield Key
    after = page?.NextContinuationToken
  } while (after)
}
