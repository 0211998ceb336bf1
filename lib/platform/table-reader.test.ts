import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from './table-reader'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The smallest workbook around a sheet's XML. */
function workbook(sheet: string, { strings, at = 'worksheets/sheet1.xml' }: { strings?: string; at?: string } = {}) {
  const shared = strings && `<Relationship Id="s" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>`
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="${at}"/>${shared ?? ''}</Relationships>`,
    [`xl/${at}`]: sheet,
    ...(strings ? { 'xl/sharedStrings.xml': strings } : {}),
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  )
}
const sheetOf = (rows: string, head = '') => `<worksheet ${main}>${head}<sheetData>${rows}</sheetData></worksheet>`
const row = (cells: string, at = 1) => `<row r="${at}">${cells}</row>`

/** What became of the file, and that it was quick. */
async function outcome(bytes: Buffer): Promise<unknown> {
  const began = performance.now()
  const answer = await readSheet(bytes).then(
    ({ rows }) => rows,
    (error: { code?: string; details?: { reason?: string } }) => error.details?.reason ?? error.code ?? String(error),
  )
  expect(performance.now() - began).toBeLessThan(4000)
  return answer
}

describe('a spreadsheet', () => {
  it('is read by its first sheet', async () => {
    expect(await outcome(workbook(sheetOf(row('<c r="A1"><v>7</v></c>'))))).toEqual([['7']])
  })

  it.each([
    ['', '<c r="A1"><f>1+1</f><v>2</v></c>', undefined],
    ['in a cell without an address', '<c><f>1+1</f><v>2</v></c>', undefined],
    ['that is shared', '<c r="A1"><f t="shared" si="0"/><v>2</v></c>', undefined],
    ['after the value', '<c r="A1"><v>2</v><f>1+1</f></c>', undefined],
    ['in a sheet that lies elsewhere', '<c r="A1"><f>1+1</f><v>2</v></c>', 'blatt.xml'],
  ])('with a formula %s is refused', async (_, cells, at) => {
    expect(await outcome(workbook(sheetOf(row(cells)), at ? { at } : {}))).toBe('table_formula')
  })

  it('with a formula under another prefix is refused', async () => {
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await outcome(workbook(sheet))).toBe('table_formula')
  })

  it('with a hundred thousand beginnings of cells is read in no time', async () => {
    expect(await outcome(workbook(sheetOf(`<c `.repeat(300_000))))).toBe('table_unreadable')
  })

  it.each([
    ['a row', row('<c r="A999999999"><v>1</v></c>', 999_999_999)],
    ['the last row', row('<c r="A1048576"><v>1</v></c>', 1_048_576)],
    ['a column', row('<c r="ZZZZZZ1"><v>1</v></c>')],
  ])('that names %s far away is refused, not filled up to it', async (_, rows) => {
    expect(['table_too_many_rows', 'table_too_wide', 'table_unreadable']).toContain(
      await outcome(workbook(sheetOf(rows))),
    )
  })

  it('whose cells are all one long text is refused', async () => {
    const strings = `<sst ${main}><si><t>${'a'.repeat(5_000_000)}</t></si></sst>`
    const cells = (at: number) =>
      row(
        Array.from({ length: 20 }, (_, c) => `<c r="${String.fromCharCode(65 + c)}${at}" t="s"><v>0</v></c>`).join(''),
        at,
      )
    const rows = Array.from({ length: 200 }, (_, index) => cells(index + 1)).join('')
    expect(await outcome(workbook(sheetOf(rows), { strings }))).toBe('table_too_large')
  })

  it('is not asked how large it says to be, and its entities say nothing', async () => {
    const dimension = '<dimension ref="A1:XFD1048576"/>'
    expect(await outcome(workbook(sheetOf(row('<c r="A1"><v>7</v></c>'), dimension)))).toEqual([['7']])
    const entity = `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetOf(row('<c r="A1" t="inlineStr"><is><t>&amp;e;&e;</t></is></c>'))}`
    expect(JSON.stringify(await outcome(workbook(entity)))).not.toContain('root:')
  })
})
