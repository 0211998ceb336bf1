import fc from 'fast-check'
import { type Model, modelNamed } from '@/tests/support/models'
import { type Pools, type Tree, valuesOf } from './tree-values'

/** Random filters, selections and orderings, over relations as deep as Prisma lets them go. */
export function readingOf(pools: Pools) {
  const { aRelation, aSchool, condition, unique } = valuesOf(pools)

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

  function selection(model: Model, depth: number): fc.Arbitrary<Tree> {
    const scalars = fc.subarray(model.scalars, { minLength: 1, maxLength: 3 })
    const picked = scalars.map((fields) => Object.fromEntries(fields.map((field) => [field.name, true])))
    if (depth === 0 || model.relations.length === 0) return picked
    const lists = model.relations.filter(({ shape }) => shape === 'many')
    const counted =
      lists.length === 0
        ? fc.constant(null)
        : fc.oneof(
            fc.constant(true),
            fc.constantFrom(...lists).map((relation) => ({ select: { [relation.name]: true } })),
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
      {
        weight: model.relations.some(({ shape }) => shape === 'many') ? 1 : 0,
        arbitrary: fc.constant({ _count: true }),
      },
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

  return { where, shown, listing }
}
