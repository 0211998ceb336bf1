import { randomBytes } from 'node:crypto'

export { newId } from '@/lib/platform/new-id'

let counter = 0
/** Short, different at every call and in every process that works on the same database. */
export function unique(): string {
  counter += 1
  return `${randomBytes(3).toString('hex')}${counter}`
}
