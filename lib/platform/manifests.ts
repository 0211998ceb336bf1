import vm from 'node:vm'

/**
 * Next reads a small manifest for every route in a V8 context of its own and keeps what it read, and so the context: 0.3 MB
 * each, a hundred for all routes (vercel/next.js#93964). A copy of what was read, which is plain data, lets the context go.
 */
export function keepNoContexts(): void {
  const run = vm.runInNewContext
  vm.runInNewContext = (code, sandbox, options) => {
    if (typeof sandbox !== 'object') return run(code, sandbox, options)
    const inside = { ...sandbox }
    const result: unknown = run(code, inside, options)
    Object.assign(sandbox, structuredClone(inside))
    return result
  }
}
