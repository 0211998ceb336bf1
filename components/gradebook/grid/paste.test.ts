import { describe, expect, it } from 'vitest'
import { parseBlock, placeBlock } from './paste'

describe('a block from a spreadsheet', () => {
  it.each([
    ['4,5', [['4,5']]],
    [
      '4,5\t3\n2\tNP\n',
      [
        ['4,5', '3'],
        ['2', 'NP'],
      ],
    ],
    [
      '4,5\t3\r\n2\tNP\r\n',
      [
        ['4,5', '3'],
        ['2', 'NP'],
      ],
    ],
    [
      '4\t\t3\n\t2\t',
      [
        ['4', '', '3'],
        ['', '2', ''],
      ],
    ],
    ['4\n\n3', [['4'], [''], ['3']]],
    ['"4,5"\t"a ""b"" c"', [['4,5', 'a "b" c']]],
    ['"dos\nlíneas"\t1', [['dos\nlíneas', '1']]],
    [' 4,5 \t Ex ', [['4,5', 'Ex']]],
    ['', [['']]],
  ])('%j', (text, cells) => expect(parseBlock(text)).toEqual(cells))
})

describe('where it lands', () => {
  const size = { rows: 4, columns: 3 }
  it('from the corner on, without its empty cells', () =>
    expect(
      placeBlock(
        [
          ['5', ''],
          ['', '3'],
        ],
        { row: 1, column: 1 },
        size,
      ),
    ).toEqual({
      placed: [
        { row: 1, column: 1, text: '5' },
        { row: 2, column: 2, text: '3' },
      ],
      outside: 0,
    }))

  it('says how much does not fit', () =>
    expect(
      placeBlock(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        { row: 3, column: 2 },
        size,
      ),
    ).toEqual({
      placed: [{ row: 3, column: 2, text: '1' }],
      outside: 3,
    }))
})
