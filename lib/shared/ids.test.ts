import { expect, it } from 'vitest'
import { isUuid } from './ids'

it('isUuid knows a UUID', () => {
  expect(isUuid('01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d')).toBe(true)
  expect(isUuid('01976D1E-7B1C-7F3E-8A55-0D4F6C1B2A3D')).toBe(true)
  for (const text of ['', '1', '01976d1e7b1c7f3e8a550d4f6c1b2a3d', '{01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d}', 7, null]) {
    expect(isUuid(text)).toBe(false)
  }
})
