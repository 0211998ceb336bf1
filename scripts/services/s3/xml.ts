import type { ObjectInfo } from './objects.ts'

const escapeXml = (text: string): string => text.replaceAll(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** An element with text (escaped) or with elements inside. */
export function element(name: string, content: string | number | boolean | Raw): string {
  return `<${name}>${content instanceof Raw ? content.text : escapeXml(String(content))}</${name}>`
}

/** Text that is XML already. */
export class Raw {
  constructor(readonly text: string) {}
}

export const raw = (...parts: string[]): Raw => new Raw(parts.join(''))

/** The contents of every `<Key>` of a delete-many request. */
export function keysOf(xml: string): string[] {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
  const plain = (text: string) =>
    text.replaceAll(/&(?:lt|gt|quot|apos|amp|#(\d+)|#x([0-9a-f]+));/gi, (entity, decimal, hex) =>
      decimal || hex
        ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
        : (entities[entity] ?? ''),
    )
  return [...xml.matchAll(/<Key>([\s\S]*?)<\/Key>/g)].map(([, key = '']) => plain(key))
}

export type Listing = { bucket: string; objects: ObjectInfo[]; query: URLSearchParams }

/** One page of a bucket's listing, version 2 or 1, with `delimiter` folding keys into common prefixes. */
export function listing({ bucket, objects, query }: Listing): string {
  const isV2 = query.get('list-type') === '2'
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const limit = Math.max(0, Math.min(1000, Number(query.get('max-keys') ?? 1000) || 0))
  const token = query.get('continuation-token')
  const after = isV2
    ? token
      ? Buffer.from(token, 'base64url').toString()
      : (query.get('start-after') ?? '')
    : (query.get('marker') ?? '')
  const encodes = query.get('encoding-type') === 'url'
  const text = (value: string) => (encodes ? encodeURIComponent(value).replaceAll('%2F', '/') : value)

  const entries = new Map<string, ObjectInfo | null>()
  for (const object of objects) {
    const fold = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1
    if (fold < 0) entries.set(object.key, object)
    else entries.set(object.key.slice(0, fold + delimiter.length), null)
  }
  const remaining = [...entries].filter(([name]) => Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0)
  const page = remaining.slice(0, limit)
  const truncated = remaining.length > page.length
  const last = page.at(-1)?.[0] ?? ''
  const next = isV2
    ? element('NextContinuationToken', Buffer.from(last).toString('base64url'))
    : element('NextMarker', text(last))
  return element(
    'ListBucketResult',
    raw(
      element('Name', bucket),
      element('Prefix', text(prefix)),
      ...(delimiter ? [element('Delimiter', text(delimiter))] : []),
      ...(encodes ? [element('EncodingType', 'url')] : []),
      ...(isV2 ? [element('KeyCount', page.length)] : [element('Marker', text(after))]),
      element('MaxKeys', limit),
      element('IsTruncated', truncated),
      ...(truncated ? [next] : []),
      ...page.map(([name, object]) => (object ? contents(object, text(name)) : commonPrefix(text(name)))),
    ),
  )
}

function contents({ modified, etag, size }: ObjectInfo, key: string): string {
  return element(
    'Contents',
    raw(
      element('Key', key),
      element('LastModified', modified),
      element('ETag', `"${etag}"`),
      element('Size', size),
      element('StorageClass', 'STANDARD'),
    ),
  )
}

const commonPrefix = (prefix: string): string => element('CommonPrefixes', raw(element('Prefix', prefix)))
