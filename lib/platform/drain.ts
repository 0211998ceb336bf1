import cluster from 'node:cluster'
import { subscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'

const longest = 120_000

/** What the primary process of `npm run serve -- --workers` says to a worker that it has replaced. */
export const drainWord = 'drain'

/** What a worker says when it can be asked to leave, and its pages are there. */
export const readyWord = 'ready'

/**
 * A replaced worker takes no new connections, asks those that it has to come again (`Connection: close`), answers what is in
 * flight and ends. Closing at once would cut off a client that is just sending its next request.
 */
export function drainWhenReplaced(): void {
  if (!cluster.isWorker) return
  const servers = new Set<Server>()
  let draining = false
  let inFlight = 0
  subscribe('net.server.socket', (message) => {
    servers.add((message as { socket: Socket & { server: Server } }).socket.server)
  })
  subscribe('http.server.request.start', (message) => {
    const { response, server } = message as { response: ServerResponse; server: Server }
    servers.add(server)
    if (draining) response.shouldKeepAlive = false
    inFlight += 1
    response.once('close', () => {
      inFlight -= 1
    })
  })
  process.on('message', (word) => {
    if (word !== drainWord || draining) return
    draining = true
    const since = Date.now()
    // The listener's own way to close: the one of HTTP ends idle connections at once, into the face of whoever is sending.
    for (const server of servers) Listener.prototype.close.call(server)
    // Nobody has come yet, so there is nobody to cut off; what the primary is just handing over goes to another worker.
    if (servers.size === 0) cluster.worker?.disconnect()
    // After this nobody holds an idle connection any more.
    const patience = Math.max(0, ...[...servers].map(({ keepAliveTimeout }) => keepAliveTimeout)) + 1_000
    setInterval(() => {
      const waited = Date.now() - since
      if ((waited > patience && inFlight === 0) || waited > longest) process.exit(0)
    }, 250)
  })
  process.send?.(readyWord)
}
