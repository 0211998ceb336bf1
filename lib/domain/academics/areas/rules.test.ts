import { describe, expect, it } from 'vitest'
import { missingAreas, sameName } from './rules'

const offer = [
  { legalCode: 8, name: 'Matemáticas', shortName: 'Matemáticas' },
  { legalCode: 9, name: 'Tecnología e informática', shortName: 'Tecnología' },
  { legalCode: null, name: 'Filosofía', shortName: 'Filosofía' },
]
const missing = (...existing: { legalCode: number | null; name: string }[]) =>
  missingAreas(offer, existing).map(({ name }) => name)

describe('areas that a school lacks', () => {
  it('are known by the number of the law, whatever the school calls them', () => {
    expect(missing({ legalCode: 8, name: 'Pensamiento lógico' })).toEqual(['Tecnología e informática', 'Filosofía'])
  })

  it('are known by name, accents and capitals aside', () => {
    expect(missing({ legalCode: null, name: 'MATEMATICAS' }, { legalCode: null, name: 'filosofia' })).toEqual([
      'Tecnología e informática',
    ])
    expect([sameName(' Ética  y valores', 'etica y Valores'), sameName('Ética', 'Estética')]).toEqual([true, false])
  })

  it('one without a number is not another one without a number', () => {
    expect(missing({ legalCode: null, name: 'Danza' })).toHaveLength(3)
  })
})
