import fc from 'fast-check'
import { type Field, type Model, modelNamed } from '@/tests/support/models'

export type Ids = Record<string, string[]>
export type Pools = {
  mine: Ids
  theirs: Ids
  mySchool: string
  theirSchool: string
  /** A row of my school by model: what stands in its columns passes the table's checks. */
  rows: Record<string, Tree>
  /** A row of theirs by model. */
  theirRows: Record<string, Tree>
}
export type Tree = Record<string, unknown>

/** Columns that hold an id without a key: what is written into them says nothing about links. */
const free = new Set(['actorId', 'entityId'])
const stamp = new Date('2026-03-05T12:00:00Z')

/** Random values of columns: ids of both schools and of nobody. */
export function valuesOf(pools: Pools) {
  const idsOf = (model: string) => [...(pools.mine[model] ?? []), ...(pools.theirs[model] ?? [])]
  /** The ways that lead out of a school's tables come up more often than the others. */
  const aRelation = (model: Model) =>
    fc.constantFrom(...model.relations.flatMap((way) => (modelNamed(way.type).tenant ? [way] : [way, way, way])))
  const anId = (model: string): fc.Arbitrary<string> => {
    const all = idsOf(model)
    return all.length > 0 ? fc.oneof(fc.constantFrom(...all), fc.uuid()) : fc.uuid()
  }
  const aSchool = fc.constantFrom(pools.mySchool, pools.mySchool, pools.mySchool, pools.theirSchool)

  const scalar = (model: Model, field: Field): fc.Arbitrary<unknown> => {
    if (field.name === 'schoolId') return aSchool
    if (field.name === 'id') return anId(model.name)
    if (field.target) return anId(field.target)
    if (field.name.endsWith('Id') || free.has(field.name)) return fc.uuid()
    const usual = pools.rows[model.name]?.[field.name]
    if (usual !== undefined && usual !== null && field.type !== 'Json')
      return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: invented(field) })
    return invented(field)
  }

  const invented = (field: Field): fc.Arbitrary<unknown> => {
    if (field.type === 'Decimal') return fc.constantFrom('0', '1.5', '3.25')
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

  return { aRelation, anId, aSchool, scalar, condition, unique }
}
