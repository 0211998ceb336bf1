import vm from 'node:vm'
import { afterAll, expect, it } from 'vitest'
import { keepNoContexts } from './manifests'

const original = vm.runInNewContext
afterAll(() => {
  vm.runInNewContext = original
})

it('reads a manifest into values of this context, which hold no other', () => {
  keepNoContexts()
  const read: Record<string, unknown> = { given: { env: 1 } }
  vm.runInNewContext('globalThis.found = globalThis.found || {}; found["/a"] = { number: given.env + 1 }', read)
  expect(read).toEqual({ given: { env: 1 }, found: { '/a': { number: 2 } } })
  expect(Object.getPrototypeOf(read.found)).toBe(Object.prototype)
})
