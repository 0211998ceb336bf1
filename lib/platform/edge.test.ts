import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

vi.mock('./env', () => ({ env: () => ({ TRUST_PROXY: false, NODE_ENV: 'production' }) }))
const { guardServer } = await import('./edge')

let server: Server
let seen: Record<string, unknown> = {}
beforeAll(async () => {
  guardServer()
  server = createServer((incoming, response) => {
    seen = incoming.headers
    if (incoming.url?.includes('cached')) response.setHeader('Cache-Control', 'public, max-age=9')
    response.end('ok')
  })
  // As Next does: without a listener Node makes an ordinary request of it.
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const send = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<number | 'closed'>((resolve) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', () => resolve('closed'))
    sent.end()
  })

it('takes away what only we or our proxy may say', async () => {
  const forged = {
    'x-middleware-subrequest': 'middleware',
    'x-request-id': 'mine',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '6.6.6.6',
    'x-real-ip': '6.6.6.6',
    accept: 'text/html',
  }
  expect(await send('/', 'GET', forged)).toBe(200)
  expect(seen).toMatchObject({ accept: 'text/html', 'x-forwarded-for': '127.0.0.1' })
  expect(seen['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  for (const name of ['x-middleware-subrequest', 'x-forwarded-host', 'x-real-ip'])
    expect(seen, name).not.toHaveProperty(name)
})

it.each([
  ['/%E0%A4%A', 'GET', 400],
  ['/%', 'POST', 400],
  ['/', 'TRACE', 405],
  ['/', 'PROPFIND', 405],
  ['/a%20b?x=%E0%A4%A', 'GET', 200],
  ['/ni%C3%B1os', 'HEAD', 200],
])('%s %s → %i', async (path, method, status) => {
  expect(await send(path, method)).toBe(status)
})

it('every answer leaves with the constant headers, and no cache may keep it but files of the build', async () => {
  const of = async (path: string, init: RequestInit = {}) => {
    const { port } = server.address() as AddressInfo
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, init)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    return headers.get('cache-control')
  }
  expect(await of('/')).toBe('private, no-store')
  expect(await of('/cached')).toBe('private, no-store')
  expect(await of('/%')).toBe('private, no-store')
  expect(await of('/_next/static/a.js?cached')).toBe('public, max-age=9')
  expect(await of('/logo.svgx')).toBe('private, no-store')
})

it('takes no upgrades', async () => {
  const headers = { connection: 'Upgrade', upgrade: 'websocket' }
  expect(await send('/', 'GET', headers)).toBe('closed')
})

it('closes without waiting for connections that never asked for anything', async () => {
  const other = createServer((_, response) => response.end('ok'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const arrived = new Promise((resolve) => other.once('connection', resolve))
  const silent = connect((other.address() as AddressInfo).port, '127.0.0.1')
  await arrived
  const began = Date.now()
  await new Promise((resolve) => other.close(resolve))
  expect(Date.now() - began).toBeLessThan(2000)
  silent.destroy()
})
