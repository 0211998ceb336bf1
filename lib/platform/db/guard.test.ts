import { describe, expect, it } from 'vitest'
import { TenancyError } from '../errors'
import { guardArgs, guardDirectory } from './guard'
import { registry } from './registry'

const mine = '01900000-0000-7000-8000-00000000000a'
const other = '01900000-0000-7000-8000-00000000000b'

const reads = ['findFirst', 'findFirstOrThrow', 'findMany', 'findUnique', 'findUniqueOrThrow', 'count', 'aggregate']
const filtered = [...reads, 'groupBy', 'updateMany', 'updateManyAndReturn', 'update', 'delete', 'deleteMany', 'upsert']
const creates = ['create', 'createMany', 'createManyAndReturn']
const everyOperation = [...filtered, ...creates]

const tenants = Object.keys(registry).filter((model) => registry[model]?.tenant)
const globals = Object.keys(registry).filter((model) => !registry[model]?.tenant)
const data = { create: {}, update: {}, data: {} }
const refuses = (model: string, operation: string, args: unknown) =>
  expect(() => guardArgs(model, operation, args, mine), `${model}.${operation}`).toThrow(TenancyError)

describe.each(tenants)('%s', (model) => {
  it('gets the school into every filter, beside what was asked', () => {
    for (const operation of filtered) {
      const guarded = guardArgs(model, operation, { ...data, where: { OR: [{ id: 'x' }] } }, mine)
      expect(guarded.where, operation).toEqual({ OR: [{ id: 'x' }], schoolId: mine })
      expect(
        guardArgs(model, operation, operation === 'upsert' || /update/.test(operation) ? data : undefined, mine).where,
      ).toEqual({ schoolId: mine })
    }
  })

  it('gets the school into every new row', () => {
    for (const operation of creates) {
      expect(guardArgs(model, operation, { data: { id: 'x' } }, mine).data).toEqual({ id: 'x', schoolId: mine })
      expect(guardArgs(model, operation, { data: [{ id: 'x' }, { schoolId: mine }] }, mine).data).toEqual([
        { id: 'x', schoolId: mine },
        { schoolId: mine },
      ])
    }
    expect(guardArgs(model, 'upsert', { ...data, create: { id: 'x' } }, mine).create).toEqual({
      id: 'x',
      schoolId: mine,
    })
  })

  it('refuses another school, wherever it stands', () => {
    for (const operation of filtered) {
      for (const where of [
        { schoolId: other },
        { schoolId: { not: mine } },
        { schoolId: { in: [mine, other] } },
        { OR: [{ schoolId: other }] },
        { NOT: { schoolId: other } },
        { schoolId_id: { schoolId: other, id: 'x' } },
      ])
        refuses(model, operation, { ...data, where })
    }
    refuses(model, 'findMany', { cursor: { schoolId_id: { schoolId: other, id: 'x' } } })
    refuses(model, 'groupBy', { by: ['schoolId'], having: { schoolId: { not: mine } } })
    for (const operation of creates) {
      refuses(model, operation, { data: { schoolId: other } })
      refuses(model, operation, { data: [{ schoolId: mine }, { schoolId: other }] })
    }
    for (const operation of ['update', 'updateMany', 'updateManyAndReturn']) {
      refuses(model, operation, { where: {}, data: { schoolId: other } })
      refuses(model, operation, { where: {}, data: { schoolId: { set: other } } })
    }
    refuses(model, 'upsert', { where: {}, create: { schoolId: other }, update: {} })
    refuses(model, 'upsert', { where: {}, create: {}, update: { schoolId: mine } })
  })

  it('refuses every nested write and a new id', () => {
    for (const relation of Object.keys(registry[model]!.relations)) {
      for (const nested of [
        'connect',
        'create',
        'connectOrCreate',
        'update',
        'upsert',
        'delete',
        'disconnect',
        'set',
      ]) {
        for (const operation of creates) refuses(model, operation, { data: { [relation]: { [nested]: {} } } })
        refuses(model, 'update', { where: {}, data: { [relation]: { [nested]: {} } } })
        refuses(model, 'upsert', { where: {}, create: { [relation]: { [nested]: {} } }, update: {} })
        refuses(model, 'upsert', { where: {}, create: {}, update: { [relation]: { [nested]: {} } } })
      }
    }
    refuses(model, 'update', { where: {}, data: { id: 'x' } })
  })

  it('refuses undefined in a filter, at any depth', () => {
    for (const operation of filtered) {
      refuses(model, operation, { ...data, where: { id: undefined } })
      refuses(model, operation, { ...data, where: { AND: [{ id: { not: undefined } }] } })
    }
  })

  it('refuses paths through the school and through a person into other schools', () => {
    for (const [relation, target] of Object.entries(registry[model]!.relations)) {
      if (target === 'School') {
        refuses(model, 'findMany', { include: { [relation]: true } })
        refuses(model, 'findMany', { where: { [relation]: { students: { some: {} } } } })
      }
      if (target !== 'User') continue
      refuses(model, 'findMany', { include: { [relation]: { include: { memberships: true } } } })
      refuses(model, 'findMany', { include: { [relation]: { include: { _count: true } } } })
      refuses(model, 'findMany', { select: { [relation]: { select: { _count: { select: { students: true } } } } } })
      refuses(model, 'findMany', { where: { [relation]: { memberships: { some: {} } } } })
      refuses(model, 'findMany', { orderBy: { [relation]: { memberships: { _count: 'desc' } } } })
    }
  })

  it('refuses operations that nobody has thought about', () => {
    for (const operation of ['findRaw', 'aggregateRaw', '$queryRaw', 'executeRaw', 'createEverything', 'toString'])
      refuses(model, operation, {})
  })
})

describe('global tables', () => {
  it.each(globals.filter((model) => model !== 'School'))('%s is closed', (model) => {
    for (const operation of everyOperation) refuses(model, operation, data)
  })

  it("the school's own row can be read and changed, nothing beyond it", () => {
    expect(guardArgs('School', 'findFirst', { where: { isActive: true } }, mine).where).toEqual({
      AND: [{ id: mine }, { isActive: true }],
    })
    expect(guardArgs('School', 'updateMany', { data: { name: 'x' } }, mine).where).toEqual({ AND: [{ id: mine }, {}] })
    for (const operation of everyOperation.filter((name) => !/^(findFirst|findMany|updateMany)/.test(name)))
      refuses('School', operation, data)
    refuses('School', 'findFirst', { include: { students: true } })
    refuses('School', 'findFirst', { include: { _count: true } })
    refuses('School', 'findFirst', { where: { memberships: { some: {} } } })
    refuses('School', 'updateMany', { data: { id: other } })
  })
})

describe('json columns', () => {
  it('are taken as they are: a key called schoolId in them is content', () => {
    const where = { extraData: { path: ['schoolId'], equals: other } }
    expect(guardArgs('Student', 'findMany', { where }, mine).where).toEqual({ ...where, schoolId: mine })
  })
})

describe('the directory', () => {
  it('reads and writes people and what hangs on them', () => {
    guardDirectory('User', { where: { email: 'a' }, select: { id: true, credential: { select: { changedAt: true } } } })
    guardDirectory('User', { data: { email: 'a', credential: { create: { passwordHash: 'x' } } } })
    guardDirectory('User', { _count: true })
    guardDirectory('AuthSession', { where: { user: { email: 'a' } } })
  })

  it.each([
    { include: { memberships: true } },
    { where: { students: { some: {} } } },
    { include: { _count: true } },
    { select: { _count: { select: { guardians: true } } } },
    { orderBy: { memberships: { _count: 'desc' } } },
    { data: { memberships: { create: {} } } },
    { include: { sessions: { include: { user: { include: { jobs: true } } } } } },
  ])('never leads into schools: %j', (args) => {
    expect(() => guardDirectory('User', args)).toThrow(TenancyError)
  })
})
