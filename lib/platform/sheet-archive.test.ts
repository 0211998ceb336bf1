import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sheetParts } from './sheet-archive'

const sheet = 'xl/worksheets/sheet1.xml'
const archiveOf = (text: string) => Buffer.from(zipSync({ [sheet]: new TextEncoder().encode(text) }))
const refusal = (bytes: Buffer) => {
  try {
    return sheetParts(bytes).parts.get(sheet)?.length
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** The same archive, its unpacked size said to be another, in both of its headers. */
function saying(size: number, bytes: Buffer): Buffer {
  const lie = Buffer.from(bytes)
  lie.writeUInt32LE(size, 22)
  lie.writeUInt32LE(size, lie.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
  return lie
}

describe('the archive of a spreadsheet', () => {
  it('gives its parts as texts, and an archive of the same', () => {
    const { parts, archive } = sheetParts(archiveOf('<c>Ñandú</c>'))
    expect(parts.get(sheet)).toBe('<c>Ñandú</c>')
    expect(sheetParts(archive).parts).toEqual(parts)
  })

  it('is refused when it unpacks to something huge', () => {
    const bomb = archiveOf(' '.repeat(30_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusal(bomb)).toBe('too_large')
  })

  it('unpacks to no more than it says', () => {
    const bomb = saying(1000, archiveOf(' '.repeat(30_000_000)))
    expect(['invalid', 1000]).toContain(refusal(bomb))
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no archive', Buffer.from('PK\x03\x04 and words')],
    ['half of one', archiveOf('<c>1</c>').subarray(0, 60)],
  ])('%s is unreadable', (_, bytes) => {
    expect(refusal(bytes)).toBe('invalid')
  })
})
