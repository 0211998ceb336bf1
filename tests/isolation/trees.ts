import fc from 'fast-check'
import { type Field, type Model, modelNamed, models, tenantModels } from '@/tests/support/models'

export type Ids = Record<string, string[]>
export type Pools = { mine: Ids; theirs: Ids; mySchool: string; theirSchool: string }
export type Call = { model: string; delegate: string; operation: string; args: Record<string, unknown> }

type Tree = Record<string, unknown>

const operations = [
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'findUnique',
  'findUniqueOrThrow',
  'count',
  'aggregate',
  'groupBy',
  'create',
  'createMany',
  'createManyAndReturn',
  'update',
  'updateMany',
  'updateManyAndReturn',
  'upsert',
  'delete',
  'deleteMany',
] as const

/** Columns that hold an id without a key: what is written into them says nothing about links. */
const free = new Set(['actorId', 'entityId', 'fileId', 'uploadedBy'])
const stamp = new Date('2026-03-05T12:00:00Z')

/** Random arguments of the Prisma client, mostly well-formed and often hostile: the other school's ids, nested writes, long ways round. */
export function calls(pools: Pools): fc.Arbitrary<Call> {
  const idsOf = (model: string) => [...(pools.mine[model] ?? []), ...(pools.theirs[model] ?? [])]
  /** The ways that lead out of a school's tables come up more often than the others. */
  const aRelation = (model: Model) =>
    fc.constantFrom(...model.relations.flatMap((way) => (modelNamed(way.type).tenant ? [way] : [way, way, way])))
  const anId = (model: string): fc.Arbitrary<string> => {
    const all = idsOf(model)
    return all.length > 0 ? fc.oneof(fc.constantFrom(...all), fc.uuid()) : fc.uuid()
  }
  const aSchool = fc.constantFrom(pools.mySchool, pools.mySchool, pools.mySchool, pools.theirSchool)

  /** The model that a scalar id points to, by the relation's name: `studentId` → `student`. */
  const targetOf = (model: Model, field: Field): string | undefined =>
    field.name.endsWith('Id')
      ? model.relations.find((relation) => relation.name === field.name.slice(0, -2))?.type
      : { createdBy: 'User', validatedBy: 'User' }[field.name]

  const scalar = (model: Model, field: Field): fc.Arbitrary<unknown> => {
    if (field.name === 'schoolId') return aSchool
    if (field.name === 'id') return anId(model.name)
    const target = targetOf(model, field)
    if (target) return anId(target)
    if (field.name.endsWith('Id') || free.has(field.name)) return fc.uuid()
    if (field.type === 'Int') return fc.integer({ min: 1, max: 5 })
    if (field.type === 'BigInt') return fc.constant(1n)
    if (field.type === 'Boolean') return fc.boolean()
    if (field.type === 'DateTime') return fc.constant(stamp)
    if (field.type === 'Json') return fc.constant({})
    return fc.constantFrom('x', 'pending', 'active', 'file', 'es', 'A')
  }

  const condition = (model: Model, field: Field): fc.Arbitrary<unknown> => {
    const value = scalar(model, field)
    if (field.type === 'Json') return fc.constant({ equals: {} })
    const filters = [
      value,
      value.map((equals) => ({ equals })),
      value.map((not) => ({ not })),
      fc.array(value, { minLength: 1, maxLength: 3 }).map((list) => ({ in: list })),
    ]
    return fc.oneof(...filters, ...(field.shape === 'maybe' ? [fc.constant(null)] : []))
  }

  function where(model: Model, depth: number): fc.Arbitrary<Tree> {
    const parts: fc.Arbitrary<Tree>[] = [
      fc.constant({}),
      fc
        .constantFrom(...model.scalars)
        .chain((field) => condition(model, field).map((value) => ({ [field.name]: value }))),
      aSchool.map((schoolId) => (model.tenant ? { schoolId } : {})),
    ]
    if (depth > 0) {
      const list = fc.array(where(model, depth - 1), { minLength: 1, maxLength: 2 })
      parts.push(
        list.map((OR) => ({ OR })),
        list.map((AND) => ({ AND })),
        list.map((NOT) => ({ NOT })),
        ...model.relations.map((relation) =>
          where(modelNamed(relation.type), depth - 1).chain((inner) =>
            (relation.shape === 'many' ? fc.constantFrom('some', 'every', 'none') : fc.constantFrom('is', 'isNot')).map(
              (word) => ({ [relation.name]: { [word]: inner } }),
            ),
          ),
        ),
      )
    }
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 20, arbitrary: fc.oneof(...parts) },
      { weight: 1, arbitrary: fc.constant({ id: undefined }) },
    )
  }

  /** A unique filter as Prisma wants it, with either school in it. */
  const unique = (model: Model): fc.Arbitrary<Tree> =>
    model.name === 'SchoolSettings'
      ? aSchool.map((schoolId) => ({ schoolId }))
      : model.tenant
        ? fc.oneof(
            fc.record({ schoolId: aSchool, id: anId(model.name) }).map((schoolId_id) => ({ schoolId_id })),
            anId(model.name).map((id) => ({ schoolId_id: { schoolId: pools.mySchool, id } })),
          )
        : anId(model.name).map((id) => ({ id }))

  function selection(model: Model, depth: number): fc.Arbitrary<Tree> {
    const scalars = fc.subarray(model.scalars, { minLength: 1, maxLength: 3 })
    const picked = scalars.map((fields) => Object.fromEntries(fields.map((field) => [field.name, true])))
    if (depth === 0 || model.relations.length === 0) return picked
    const counted = fc.oneof(
      fc.constant(true),
      fc.constantFrom(...model.relations).map((relation) => ({ select: { [relation.name]: true } })),
    )
    const related = aRelation(model).chain((relation) => {
      const target = modelNamed(relation.type)
      const deeper = fc.oneof(
        fc.constant<unknown>(true),
        selection(target, depth - 1).map((select) => ({ select })),
        relation.shape === 'many'
          ? fc.record({ where: where(target, 1), include: inclusion(target, depth - 1) })
          : inclusion(target, depth - 1).map((include) => ({ include })),
      )
      return deeper.map((value) => ({ [relation.name]: value }))
    })
    return fc
      .tuple(picked, fc.option(related, { nil: {} }), fc.option(counted, { nil: null }))
      .map(([fields, relation, count]) => ({ ...fields, ...relation, ...(count ? { _count: count } : {}) }))
  }

  function inclusion(model: Model, depth: number): fc.Arbitrary<Tree> {
    if (model.relations.length === 0) return fc.constant({})
    return fc.oneof(
      { weight: 1, arbitrary: fc.constant({ _count: true }) },
      {
        weight: 4,
        arbitrary: aRelation(model).chain((relation) => {
          const nested = depth > 0 ? inclusion(modelNamed(relation.type), depth - 1) : fc.constant({})
          return fc
            .oneof(
              fc.constant<unknown>(true),
              nested.map((include) => ({ include })),
            )
            .map((value) => ({
              [relation.name]: value,
            }))
        }),
      },
    )
  }

  /** All that a new row needs, so that what is refused is refused for its links and not for its gaps. */
  const newRow = (model: Model): fc.Arbitrary<Tree> => {
    const fields = model.scalars.filter(
      (field) => field.name !== 'id' && (!field.hasDefault || field.name === 'status'),
    )
    const wanted = fields.filter((field) => field.shape === 'one' || targetOf(model, field))
    return fc.record(Object.fromEntries(wanted.map((field) => [field.name, scalar(model, field)])))
  }

  const nestedWrite = (model: Model): fc.Arbitrary<Tree> =>
    model.relations.length === 0
      ? fc.constant({})
      : fc.constantFrom(...model.relations).chain((relation) => {
          const target = modelNamed(relation.type)
          const one = unique(target)
          const row = newRow(target)
          return fc
            .oneof(
              one.map((connect) => ({ connect })),
              row.map((create) => ({ create })),
              fc.record({ where: one, create: row }).map((connectOrCreate) => ({ connectOrCreate })),
              fc.constant({ disconnect: true }),
              one.map((set) => ({ set: [set] })),
              row.map((data) => ({ update: relation.shape === 'many' ? { where: {}, data } : data })),
              fc.constant({ updateMany: { where: {}, data: { version: 99 } } }),
              fc.constant({ deleteMany: {} }),
              fc.record({ where: one, create: row, update: row }).map((upsert) => ({ upsert })),
              fc.constant({ delete: true }),
            )
            .map((write) => ({ [relation.name]: write }))
        })

  const change = (model: Model): fc.Arbitrary<Tree> =>
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .subarray(
            model.scalars.filter(({ name }) => name !== 'id' && name !== 'schoolId'),
            { minLength: 1, maxLength: 2 },
          )
          .chain((fields) => fc.record(Object.fromEntries(fields.map((field) => [field.name, scalar(model, field)])))),
      },
      { weight: 1, arbitrary: aSchool.map((schoolId) => ({ schoolId })) },
      { weight: 1, arbitrary: anId(model.name).map((id) => ({ id })) },
      { weight: 2, arbitrary: nestedWrite(model) },
    )

  const creation = (model: Model): fc.Arbitrary<Tree> =>
    fc.oneof(
      { weight: 4, arbitrary: newRow(model).map((row) => (model.tenant ? { ...row, schoolId: pools.mySchool } : row)) },
      { weight: 2, arbitrary: newRow(model) },
      {
        weight: 1,
        arbitrary: fc.tuple(newRow(model), nestedWrite(model)).map(([row, nested]) => ({ ...row, ...nested })),
      },
    )

  const ordering = (model: Model): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.constantFrom(...model.scalars).map((field) => ({ [field.name]: 'asc' })),
      ...model.relations.map((relation) =>
        fc.constant({
          [relation.name]:
            relation.shape === 'many' ? { _count: 'desc' } : { [modelNamed(relation.type).scalars[0]!.name]: 'asc' },
        }),
      ),
    )

  const shown = (model: Model): fc.Arbitrary<Tree> =>
    fc.oneof(
      fc.constant({}),
      selection(model, 3).map((select) => ({ select })),
      inclusion(model, 3).map((include) => ({ include })),
    )

  const listing = (model: Model): fc.Arbitrary<Tree> =>
    fc.record(
      {
        where: where(model, 2),
        orderBy: ordering(model),
        cursor: unique(model),
        take: fc.integer({ min: 1, max: 5 }),
        distinct: fc.constantFrom(...model.scalars).map(({ name }) => [name]),
      },
      { requiredKeys: [] },
    )

  const argsOf = (model: Model, operation: (typeof operations)[number]): fc.Arbitrary<Tree> => {
    const column = fc.constantFrom(...model.scalars.filter(({ type }) => type !== 'Json'))
    switch (operation) {
      case 'findUnique':
      case 'findUniqueOrThrow':
      case 'delete':
        return fc.tuple(unique(model), shown(model)).map(([one, show]) => ({ where: one, ...show }))
      case 'count':
        return where(model, 2).map((filter) => ({ where: filter }))
      case 'aggregate':
        return fc.tuple(where(model, 2), column).map(([filter, { name }]) => ({
          where: filter,
          _count: true,
          _min: { [name]: true },
          _max: { [name]: true },
        }))
      case 'groupBy':
        return fc
          .tuple(where(model, 1), column)
          .map(([filter, { name }]) => ({ by: [name], where: filter, _count: true, _min: { [name]: true } }))
      case 'create':
        return fc.tuple(creation(model), shown(model)).map(([data, show]) => ({ data, ...show }))
      case 'createMany':
      case 'createManyAndReturn':
        return fc.array(creation(model), { minLength: 1, maxLength: 2 }).map((data) => ({ data, skipDuplicates: true }))
      case 'update':
        return fc
          .tuple(unique(model), change(model), shown(model))
          .map(([one, data, show]) => ({ where: one, data, ...show }))
      case 'updateMany':
      case 'updateManyAndReturn':
        return fc.tuple(where(model, 2), change(model)).map(([filter, data]) => ({ where: filter, data }))
      case 'upsert':
        return fc
          .tuple(unique(model), creation(model), change(model), shown(model))
          .map(([one, create, update, show]) => ({ where: one, create, update, ...show }))
      case 'deleteMany':
        return where(model, 2).map((filter) => ({ where: filter }))
      default:
        return fc.tuple(listing(model), shown(model)).map(([list, show]) => ({ ...list, ...show }))
    }
  }

  return fc
    .tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...tenantModels) },
        { weight: 1, arbitrary: fc.constantFrom(...models) },
      ),
      fc.constantFrom(...operations),
    )
    .chain(([model, operation]) =>
      argsOf(model, operation).map((args) => ({ model: model.name, delegate: model.delegate, operation, args })),
    )
}
