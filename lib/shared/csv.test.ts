import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, neutralise, writeCsv } from './csv'

/** A plain reader of RFC 4180, to check the writer against something else than itself. */
function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const at = text[i]
    if (quoted) {
      if (at === '"' && text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (at === '"') quoted = false
      else cell += at
    } else if (at === '"') quoted = true
    else if (at === delimiter) {
      row.push(cell)
      cell = ''
    } else if (at === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i += 1
    } else cell += at
  }
  return rows
}

describe('CSV', () => {
  it.each(['=1+1', '+57300', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1'])('%j cannot run as a formula', (cell) => {
    expect(neutralise(cell)).toBe(`'${cell}`)
  })

  it('leaves names and numbers alone', () => {
    expect(['Ñáñez', '', '1-2', "O'Neil", -2, null].map((cell) => neutralise(cell))).toEqual([
      'Ñáñez',
      '',
      '1-2',
      "O'Neil",
      -2,
      null,
    ])
  })

  it('quotes where needed', () => {
    expect(csvRow(['a;b', 'say "hi"', 'two\nlines', ' edge', 'plain', 3, null, true])).toBe(
      '"a;b";"say ""hi""";"two\nlines";" edge";plain;3;;true',
    )
    expect(csvRow(['a;b', 'c,d'], { delimiter: ',' })).toBe('a;b,"c,d"')
  })

  it('begins with a byte order mark and ends its lines', () => {
    expect(
      writeCsv([
        ['á', 1],
        ['é', 2],
      ]),
    ).toBe('\ufeffá;1\r\né;2\r\n')
    expect(writeCsv([['á']], { mark: false })).toBe('á\r\n')
  })

  it('can be read back, whatever is in the cells', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(rows, (table) => {
        expect(readCsv(writeCsv(table, { mark: false, neutral: false }), ';')).toEqual(table)
      }),
    )
  })
})
