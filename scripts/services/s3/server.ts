import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { receive, receiveText } from './body.ts'
import { StoreError } from './errors.ts'
import { ObjectFolder, type ObjectHeaders, type ObjectInfo } from './objects.ts'
import { type Credentials, header, verifySignature } from './signature.ts'
import { element, keysOf, listing, raw } from './xml.ts'

export type StoreOptions = { folder: string; credentials: Credentials; origins: string[]; now?: () => number }

type Call = {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  bucket: string
  key: string
  /** What the signature says about the body. */
  payload: string
}

const OVERRIDES = ['content-type', 'content-disposition', 'cache-control']

/**
 * An S3-compatible object store for one machine: path-style addresses, every request signed (SigV4, header or URL),
 * objects in a folder. Put, get (range), head, delete, delete-many, copy, list, CORS for the given origins.
 */
export function createStoreServer({ folder, credentials, origins, now = Date.now }: StoreOptions): Server {
  const objects = new ObjectFolder(folder, now)
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://store')
      const allowed = allowOrigin(request, response, origins)
      if (request.method === 'OPTIONS') return void response.writeHead(allowed ? 204 : 403).end()
      const payload = verifySignature(request, url, credentials, now())
      const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent)
      const call = { request, response, query: url.searchParams, bucket, key: rest.join('/'), payload }
      await (call.key ? answerObject(objects, call) : answerBucket(objects, call))
    } catch (error) {
      refuse(request, response, error)
    }
  })
  return server
}

async function answerBucket(objects: ObjectFolder, call: Call): Promise<void> {
  const { request, response, query, bucket } = call
  if (!bucket) return sendXml(response, element('ListAllMyBucketsResult', ''))
  if (request.method === 'PUT') {
    await objects.createBucket(bucket)
    response.end()
    return
  }
  await objects.requireBucket(bucket)
  if (request.method === 'HEAD') return void response.end()
  if (request.method === 'GET') {
    const found = await objects.list(bucket, query.get('prefix') ?? '')
    return sendXml(response, listing({ bucket, objects: found, query }))
  }
  if (request.method === 'POST' && query.has('delete')) {
    const keys = keysOf(await receiveText(request, query, call.payload))
    for (const key of keys) await objects.remove(bucket, key)
    return sendXml(
      response,
      element('DeleteResult', raw(...keys.map((key) => element('Deleted', raw(element('Key', key)))))),
    )
  }
  throw new StoreError(501, 'NotImplemented')
}

async function answerObject(objects: ObjectFolder, call: Call): Promise<void> {
  const { request, response, query, bucket, key } = call
  await objects.requireBucket(bucket)
  if (query.has('uploads') || query.has('uploadId')) throw new StoreError(501, 'NotImplemented')
  if (request.method === 'PUT') return putObject(objects, call)
  if (request.method === 'DELETE') {
    await objects.remove(bucket, key)
    response.writeHead(204).end()
    return
  }
  if (request.method === 'GET' || request.method === 'HEAD') return sendObject(objects, call)
  throw new StoreError(405, 'MethodNotAllowed')
}

async function putObject(
  objects: ObjectFolder,
  { request, response, query, bucket, key, payload }: Call,
): Promise<void> {
  const source = header(request, 'x-amz-copy-source')
  if (source) {
    const [from = '', ...rest] = decodeURIComponent(source).replace(/^\//, '').split('/')
    const { etag, modified } = await objects.copy({ bucket: from, key: rest.join('/') }, { bucket, key })
    return sendXml(
      response,
      element('CopyObjectResult', raw(element('ETag', `"${etag}"`), element('LastModified', modified))),
    )
  }
  const stored = await objects.put(bucket, key, receive(request, query, payload), describedBy(request))
  response.writeHead(200, { etag: `"${stored.etag}"` }).end()
}

async function sendObject(objects: ObjectFolder, { request, response, query, bucket, key }: Call): Promise<void> {
  const object = await objects.info(bucket, key)
  const range = rangeOf(request, object)
  response.statusCode = range.partial ? 206 : 200
  const headers: Record<string, string | number> = {
    'content-type': object.type,
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-length': range.length,
    ...object.user,
  }
  if (object.disposition) headers['content-disposition'] = object.disposition
  if (range.partial) headers['content-range'] = `bytes ${range.start}-${range.end}/${object.size}`
  for (const name of OVERRIDES) {
    const wanted = query.get(`response-${name}`)
    if (wanted) headers[name] = wanted
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (request.method === 'HEAD' || range.length === 0) return void response.end()
  await pipeline(objects.read(bucket, object, range), response)
}

function rangeOf(request: IncomingMessage, { size }: ObjectInfo) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header(request, 'range')) ?? []
  if (size === 0 || (!first && !last)) return { start: 0, end: size - 1, length: size, partial: false }
  const start = first ? Number(first) : Math.max(0, size - Number(last))
  const end = first && last ? Math.min(size - 1, Number(last)) : size - 1
  if (start > end) throw new StoreError(416, 'InvalidRange')
  return { start, end, length: end - start + 1, partial: true }
}

function describedBy(request: IncomingMessage): ObjectHeaders {
  const user = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-meta-'))
  return {
    type: header(request, 'content-type') || 'application/octet-stream',
    disposition: header(request, 'content-disposition') || undefined,
    user: Object.fromEntries(user.map((name) => [name, header(request, name)])),
  }
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: string[]): boolean {
  const origin = header(request, 'origin')
  if (!origins.includes(origin)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'Origin')
  response.setHeader('access-control-expose-headers', 'ETag')
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, DELETE')
  response.setHeader('access-control-allow-headers', header(request, 'access-control-request-headers') || '*')
  response.setHeader('access-control-max-age', '600')
  return true
}

function sendXml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || request.socket.destroyed) return void response.destroy()
  // A body that nobody reads would reset the connection before the client has seen the answer.
  request.resume()
  const known =
    error instanceof StoreError ? error : new StoreError(error instanceof URIError ? 400 : 500, 'InternalError')
  if (known.status === 500) console.error(error)
  if (request.method === 'HEAD') return void response.writeHead(known.status).end()
  sendXml(response, element('Error', raw(element('Code', known.code), element('Message', known.message))), known.status)
}
