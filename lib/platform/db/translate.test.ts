import { describe, expect, it } from 'vitest'
import { Prisma } from '../../../generated/prisma/client'
import { AppError } from '../errors'
import { translateDatabaseError } from './translate'

const known = (code: string, cause?: object) =>
  new Prisma.PrismaClientKnownRequestError('secret value', {
    code,
    clientVersion: '7',
    meta: cause ? { driverAdapterError: { cause } } : {},
  })
const ofPg = (code: string) => Object.assign(new Error('secret value'), { code })
const codeOf = (error: unknown) => {
  const translated = translateDatabaseError(error)
  return translated instanceof AppError ? translated.code : 'fault'
}

describe('errors of the database', () => {
  it.each<[string, unknown, string]>([
    ['a key that is taken', known('P2002'), 'duplicate'],
    ['a row that is not there', known('P2025'), 'not_found'],
    ['a link to nowhere', known('P2003'), 'not_found'],
    ['a lost connection', known('P1017'), 'unavailable'],
    ['a server that goes down', known('P2039', { originalCode: '57P01' }), 'unavailable'],
    ['a NUL in a text', known('P2039', { originalCode: '22021' }), 'invalid'],
    ['a NUL in a document', known('P2039', { code: '22P05' }), 'invalid'],
    ['a number out of range', known('P2020', { originalCode: '22003' }), 'invalid'],
    ['two transactions in each other’s way', known('P2039', { originalCode: '40P01' }), 'conflict'],
    ['a check that says no', known('P2039', { originalCode: '23514' }), 'fault'],
    ['a right that is missing', known('P2039', { originalCode: '42501' }), 'fault'],
    ['a NUL through pg', ofPg('22021'), 'invalid'],
    ['a statement that took too long, through pg', ofPg('57014'), 'unavailable'],
    [
      'a refused connection',
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
      'unavailable',
    ],
    ['a fault of ours', new TypeError('x is not a function'), 'fault'],
    ['something thrown that is no error', 'x', 'fault'],
    ['a refusal of ours', new AppError('forbidden'), 'forbidden'],
  ])('%s', (_, error, code) => expect(codeOf(error)).toBe(code))

  it('name the constraint and no value', () => {
    const error = new Prisma.PrismaClientKnownRequestError('secret', {
      code: 'P2002',
      clientVersion: '7',
      meta: { driverAdapterError: { cause: { constraint: { index: 'uq_students_school_document' } } } },
    })
    const translated = translateDatabaseError(error) as AppError
    expect(translated.details.data).toEqual({ constraint: 'uq_students_school_document' })
    expect(translated.message).not.toContain('secret')
  })
})
