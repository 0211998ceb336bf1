const everywhere: Record<string, RegExp> = {
  'cache-control': /^private, no-store$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(no-referrer|same-origin|strict-origin)$/,
  'strict-transport-security': /max-age=31536000; includeSubDomains/,
  'content-security-policy': /frame-ancestors 'none'/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
}
const nowhere = ['x-powered-by', 'server', 'access-control-allow-origin', 'x-nextjs-cache']

/** Files of the build and of public/, the same for everybody. */
const isStatic = (path: string): boolean => /^\/(_next\/static\/|(favicon\.ico|logo\.svg|icon-\d+\.png)$)/.test(path)

/** What is missing among an answer's headers, or too much. */
export function headerFaults({ headers, status }: Response, body: Buffer, path: string): string[] {
  if (isStatic(path)) return []
  const faults = Object.entries(everywhere)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${headers.get(name)}`)
  for (const name of nowhere) if (headers.has(name)) faults.push(`${name}: ${headers.get(name)}`)
  if (/^text\/html/.test(headers.get('content-type') ?? '') && status !== 304) faults.push(...pageFaults(headers, body))
  return faults
}

function pageFaults(headers: Headers, body: Buffer): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const nonce = /script-src [^;]*'nonce-([\w-]{16,})'/.exec(policy)?.[1]
  const faults = nonce ? [] : ['no nonce']
  const script = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
  if (/unsafe-inline|unsafe-eval|https?:|\*/.test(script)) faults.push(`script-src ${script}`)
  for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"])
    if (!policy.includes(part)) faults.push(`without ${part}`)
  const strange = [...body.toString('utf8').matchAll(/<script\b[^>]*>/g)].filter(
    ([tag]) => !tag.includes(`nonce="${nonce}"`),
  )
  if (strange.length > 0) faults.push(`a script without the nonce: ${strange[0]![0]}`)
  return faults
}
