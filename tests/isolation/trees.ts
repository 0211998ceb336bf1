import fc from 'fast-check'
import { type Model, models, tenantModels } from '@/tests/support/models'
import { readingOf } from './tree-reading'
import { type Pools, type Tree, valuesOf } from './tree-values'
import { writingOf } from './tree-writing'

export type Call = { model: string; delegate: string; operation: string; args: Tree }

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

/** Random arguments of the Prisma client, mostly well-formed and often hostile: the other school's ids, nested writes, long ways round. */
export function calls(pools: Pools): fc.Arbitrary<Call> {
  const { unique } = valuesOf(pools)
  const { where, shown, listing } = readingOf(pools)
  const { change, creation } = writingOf(pools)

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
