import { DatabaseError } from 'pg'
import { describe, expect, it } from 'vitest'
import { faultOf } from './fault'

const secret = '1098765432'

function duplicate(): Error {
  const error = new DatabaseError(`duplicate key value: ${secret}`, 100, 'error')
  return Object.assign(error, {
    code: '23505',
    severity: 'ERROR',
    detail: `Key (document_number)=(${secret}) already exists.`,
    table: 'students',
    constraint: 'uq_students_document',
  })
}

const driver = Object.assign(new Error(`UniqueConstraintViolation ${secret}`), {
  name: 'DriverAdapterError',
  cause: { originalCode: '23505', originalMessage: `… (${secret}) already exists`, kind: 'UniqueConstraintViolation' },
})
const prisma = Object.assign(new Error(`Invalid invocation: documentNumber "${secret}"`), {
  name: 'PrismaClientKnownRequestError',
  code: 'P2002',
  meta: { modelName: 'Student', driverAdapterError: driver },
})
const parsing = (() => {
  try {
    return JSON.parse(`{"n": ${secret}x`)
  } catch (error) {
    return error
  }
})()

describe('what the log keeps of a fault', () => {
  it.each<[string, unknown, object]>([
    ['PostgreSQL', duplicate(), { code: '23505', constraint: 'uq_students_document', table: 'students' }],
    ['Prisma’s driver', driver, { code: '23505' }],
    ['Prisma', prisma, { code: 'P2002', table: 'Student' }],
    ['a parser', parsing, { name: 'SyntaxError' }],
  ])('is no value out of an error of %s', (_, error, kept) => {
    expect(faultOf(error)).toMatchObject(kept)
    expect(JSON.stringify(faultOf(error))).not.toContain(secret)
  })

  it('is the message and the places of an error of our own', () => {
    const { message, places } = faultOf(new Error('no job is called x')) as { message: string; places: string[] }
    expect(message).toBe('no job is called x')
    expect(places[0]).toContain('fault.test.ts')
  })
})
