import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

test('the same facts are the same text, in whatever order they were stored', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ñ' }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":"ñ","d":null}]}')
  expect(canonicalJson({ a: 'x', b: 1 })).toBe(canonicalJson({ b: 1, a: 'x' }))
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]))
})
