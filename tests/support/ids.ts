import { randomBytes } from 'node:crypto'

/** A UUID v7, as the program makes them: the moment first, so that rows made later sort later. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

let counter = 0
/** Short, different at every call and in every process that works on the same database. */
export function unique(): string {
  counter += 1
  return `${randomBytes(3).toString('hex')}${counter}`
}
