import fc from 'fast-check'
import { type Model, modelNamed } from '@/tests/support/models'
import { type Pools, type Tree, valuesOf } from './tree-values'

/** Random rows and changes, with nested writes and other schools among them. */
export function writingOf(pools: Pools) {
  const { anId, aSchool, scalar, unique } = valuesOf(pools)

  /** All that a new row needs, so that what is refused is refused for its links and not for its gaps. */
  const newRow = (model: Model): fc.Arbitrary<Tree> => {
    const fields = model.scalars.filter(
      (field) => field.name !== 'id' && (!field.hasDefault || field.name === 'status'),
    )
    const wanted = fields.filter((field) => field.shape === 'one' || field.target)
    return fc.record(Object.fromEntries(wanted.map((field) => [field.name, scalar(model, field)])))
  }

  /** A row that would fit into the other school: one of theirs once more. */
  const likeTheirs = (model: Model): Tree =>
    Object.fromEntries(
      Object.entries(pools.theirRows[model.name] ?? {}).filter(
        ([name, value]) => value !== null && name !== 'id' && model.scalars.some((field) => field.name === name),
      ),
    )

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
      { weight: 1, arbitrary: fc.constant(likeTheirs(model)) },
      {
        weight: 1,
        arbitrary: fc.tuple(newRow(model), nestedWrite(model)).map(([row, nested]) => ({ ...row, ...nested })),
      },
    )

  return { change, creation }
}
