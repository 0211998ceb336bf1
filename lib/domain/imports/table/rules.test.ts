import { expect, it } from 'vitest'
import { plain } from '@/lib/domain/academics/import/rules'
import { headingsAt } from './rules'

it('a heading of a million brackets is read in no time', () => {
  const began = performance.now()
  const [heading] = headingsAt([[`)${'('.repeat(1_000_000)}`]], 0, () => null)
  expect(plain(`Documento (sin puntos) ${'('.repeat(300_000)}`)).toBe('documento')
  expect(plain('Nombre (completo) y (legal) del niño')).toBe('nombre y del nino')
  expect(heading?.length).toBeLessThanOrEqual(300)
  expect(performance.now() - began).toBeLessThan(1000)
})
