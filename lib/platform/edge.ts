import { randomUUID } from 'node:crypto'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { barePolicy, everyAnswer } from './constant-headers'
import { env } from './env'

const neverFromOutside = ['x-middleware-subrequest', 'x-middleware-prefetch', 'x-request-id', 'x-nonce', 'next-resume']
const onlyFromProxy = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-for', 'x-real-ip']

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const patched = Symbol.for('athena.edge')

/** Next answers 500 to an address that cannot be decoded and to verbs that it does not know: they end here. */
function refusedStatus({ url = '', method = '' }: IncomingMessage): 400 | 405 | null {
  if (!verbs.includes(method)) return 405
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return null
  } catch {
    return 400
  }
}

/** The same for everybody: files of the build and of public/. */
const isStatic = (url = ''): boolean => /^\/(_next\/static\/|(favicon\.ico|logo\.svg|icon-\d+\.png)(\?|$))/.test(url)

/**
 * Whatever the answer is, it leaves with the constant headers: Next gives none to its own redirects and to `/_next/image`,
 * and other words about caching to forms and to verbs without a handler.
 */
function sealHeaders({ url }: IncomingMessage, response: ServerResponse): void {
  const files = isStatic(url)
  const missing = Object.entries(files ? everyAnswer : { ...everyAnswer, ...barePolicy })
  const writeHead = response.writeHead
  response.writeHead = function sealed(this: ServerResponse, ...args: unknown[]) {
    for (const [name, value] of missing) if (!response.hasHeader(name)) response.setHeader(name, value)
    if (!files) response.setHeader('Cache-Control', barePolicy['Cache-Control'])
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}

/**
 * Browsers open connections ahead of need. Node waits for the first request of each when the server closes, so that one
 * open tab would hold up the end until the program is killed.
 */
function leaveUnusedConnections(prototype: Server): (event: string, subject: unknown) => void {
  const unused = new Set<Socket>()
  const close = prototype.close
  prototype.close = function closed(this: Server, ...args: Parameters<Server['close']>) {
    for (const socket of unused) socket.destroy()
    return Reflect.apply(close, this, args)
  }
  return (event, subject) => {
    if (event === 'request') unused.delete((subject as IncomingMessage).socket)
    if (event !== 'connection') return
    const socket = subject as Socket
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  }
}

/**
 * Takes from every request what only we, or the proxy in front of us, may say, gives it its id, and answers nothing to
 * protocol upgrades.
 * Next adds the socket's address to `x-forwarded-for` only when a client has not sent one.
 */
export function guardServer(): void {
  const prototype = Server.prototype as Server & { [patched]?: true }
  if (prototype[patched]) return
  prototype[patched] = true
  const trusted = env().TRUST_PROXY
  const emit = prototype.emit
  const watch = leaveUnusedConnections(prototype)
  prototype.emit = function guarded(this: Server, event: string, ...args: [IncomingMessage, ServerResponse]): boolean {
    watch(event, args[0])
    if (event === 'request') {
      const [request, response] = args
      const refused = refusedStatus(request)
      sealHeaders(request, response)
      if (refused) {
        response.writeHead(refused, { Connection: 'close' }).end()
        return true
      }
      for (const name of neverFromOutside) delete request.headers[name]
      const requestId = randomUUID()
      request.headers['x-request-id'] = requestId
      response.setHeader('X-Request-Id', requestId)
      if (!trusted) {
        for (const name of onlyFromProxy) delete request.headers[name]
        request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
      }
    }
    if (event === 'upgrade' && env().NODE_ENV === 'production') {
      args[1].destroy()
      return true
    }
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof emit
}
