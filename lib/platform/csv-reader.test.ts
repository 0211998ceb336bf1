import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/shared/csv'
import { readCsv } from './csv-reader'

describe('a CSV text', () => {
  it.each([
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\r1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa;b\n;',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      'a;b\n"x;y";"dijo ""no""\ny se fue"',
      [
        ['a', 'b'],
        ['x;y', 'dijo "no"\ny se fue'],
      ],
    ],
    ['', []],
  ])('%j has its cells', (text, cells) => {
    expect(readCsv(text)).toEqual(cells)
  })

  it('reads what we write', () => {
    const cells = [
      ['Área', 'a;b'],
      ['con "comillas"', 'dos\nlíneas'],
    ]
    expect(readCsv(writeCsv(cells))).toEqual(cells)
  })
})
