import { expect, test } from 'vitest'
import { codeFrom, readCode, showCode } from './spoken-code'

test('a code is sixteen letters that nobody mistakes, and is read as people type it', () => {
  expect(codeFrom(new Uint8Array(10))).toBe('0000000000000000')
  expect(codeFrom(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ')
  const code = codeFrom(new Uint8Array([1, 35, 69, 103, 137, 171, 205, 239, 1, 35]))
  expect(readCode(showCode(code))).toBe(code)
  expect(readCode(' 7k3m-9qpt-4xwz-2hnb ')).toBe('7K3M9QPT4XWZ2HNB')
  expect(readCode('OIl0-0000-0000-0000')).toBe('0110000000000000')
  expect(readCode('7K3M-9QPT')).toBeNull()
  expect(readCode('U000-0000-0000-0000')).toBeNull()
})
