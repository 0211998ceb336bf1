import { TenancyError } from '../errors'
import { registry } from './registry'

type Tree = Record<string, unknown>

const reads = [
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'findUnique',
  'findUniqueOrThrow',
  'count',
  'aggregate',
  'groupBy',
]
const creates = ['create', 'createMany', 'createManyAndReturn']
const changes = ['update', 'updateMany', 'updateManyAndReturn', 'upsert']
const deletes = ['delete', 'deleteMany']
const known = new Set([...reads, ...creates, ...changes, ...deletes])
const schoolRow = new Set(['findFirst', 'findFirstOrThrow', 'findMany', 'updateMany', 'updateManyAndReturn'])

const refuse = (message: string): never => {
  throw new TenancyError(message)
}
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array)

function entry(model: string) {
  return registry[model] ?? refuse(`unknown model ${model}: regenerate the registry`)
}

/** Filters, orderings and selections: every relation they cross must stay inside the school. */
function checkReading(model: string, tree: unknown, schoolId: string, where: string): void {
  if (Array.isArray(tree)) {
    for (const item of tree) checkReading(model, item, schoolId, where)
    return
  }
  if (!isTree(tree)) return
  const { relations, tenant, json } = entry(model)
  for (const [key, value] of Object.entries(tree)) {
    if (value === undefined) refuse(`undefined in ${where} of ${model}.${key}`)
    if (key === 'schoolId') {
      if (typeof value === 'string' ? value !== schoolId : isTree(value))
        refuse(`a foreign schoolId in ${where} of ${model}`)
      continue
    }
    if (json.includes(key)) continue
    const target = relations[key]
    // `_count: true` counts along every relation: from a person that is every school's.
    if (!tenant && key === '_count' && value === true) refuse(`${where}: counts of ${model} lead into schools`)
    if (!target) {
      // AND/OR/NOT, compound keys, `_count`, is/some/every/none and the arguments of a selection stay on the same model.
      checkReading(model, value, schoolId, where)
      continue
    }
    const inside = entry(target).tenant
    if (!tenant && inside) refuse(`${where}: ${model}.${key} leads from a global table into schools`)
    if (target === 'School') refuse(`${where}: ${model}.${key} leads to the school's row, which leads to everything`)
    checkReading(target, value, schoolId, where)
  }
}

/** Data: scalars of this row only. Links are made by id, and the composite keys hold them inside the school. */
function checkData(model: string, data: unknown, schoolId: string, creating: boolean): void {
  if (Array.isArray(data)) {
    for (const item of data) checkData(model, item, schoolId, creating)
    return
  }
  if (!isTree(data)) refuse(`no data for ${model}`)
  const { relations } = entry(model)
  for (const [key, value] of Object.entries(data as Tree)) {
    if (key in relations) refuse(`nested write ${model}.${key}: write the scalar id instead`)
    if (key === 'schoolId' && !(creating && value === schoolId))
      refuse(`schoolId of ${model} is not for the caller to set`)
    if (key === 'id' && !creating) refuse(`the id of ${model} never changes`)
  }
}

const withSchool = (data: unknown, schoolId: string): unknown =>
  Array.isArray(data) ? data.map((item) => ({ ...item, schoolId })) : { ...(data as Tree), schoolId }

/**
 * The arguments as they may reach the database for `schoolId`, or a TenancyError.
 * Adds the school to every filter and every new row; refuses what could leave the school:
 * another schoolId, nested writes, undefined in a filter, a path through a global table, an operation that is not known.
 */
export function guardArgs(model: string, operation: string, args: unknown, schoolId: string): Tree {
  if (!known.has(operation)) refuse(`${model}.${operation} is not an operation of the tenant client`)
  const given = (args ?? {}) as Tree
  const { tenant } = entry(model)
  if (!tenant) {
    if (model !== 'School') refuse(`${model} is global: use the directory`)
    if (!schoolRow.has(operation)) refuse(`School.${operation} is not for a school to do`)
  }
  for (const part of [
    'where',
    'orderBy',
    'select',
    'include',
    'omit',
    'cursor',
    'having',
    'by',
    'distinct',
    '_count',
    '_sum',
    '_avg',
    '_min',
    '_max',
  ]) {
    if (given[part] !== undefined) checkReading(model, given[part], schoolId, part)
  }
  const next: Tree = { ...given }
  if (creates.includes(operation)) {
    checkData(model, given.data, schoolId, true)
    next.data = withSchool(given.data, schoolId)
    return next
  }
  if (changes.includes(operation) && operation !== 'upsert') checkData(model, given.data, schoolId, false)
  if (operation === 'upsert') {
    checkData(model, given.create, schoolId, true)
    checkData(model, given.update, schoolId, false)
    next.create = withSchool(given.create, schoolId)
  }
  next.where = tenant
    ? { ...(given.where as Tree), schoolId }
    : { AND: [{ id: schoolId }, (given.where as Tree) ?? {}] }
  return next
}

/**
 * Arguments for the directory: people, credentials and sessions of the platform, which no school's guard looks at.
 * @throws TenancyError when a path, a link or a nested write leads from them into schools
 */
export function guardDirectory(model: string, tree: unknown): void {
  if (Array.isArray(tree)) {
    for (const item of tree) guardDirectory(model, item)
    return
  }
  if (!isTree(tree)) return
  const { relations, json } = entry(model)
  for (const [key, value] of Object.entries(tree)) {
    if (json.includes(key)) continue
    const target = relations[key]
    const inside = target !== undefined && (target === 'School' || entry(target).tenant)
    if (inside) refuse(`directory: ${model}.${key} leads into schools`)
    if ((key === 'select' || key === 'include') && isTree(value) && '_count' in value && value._count === true)
      refuse(`directory: counts of ${model} lead into schools`)
    guardDirectory(target ?? model, value)
  }
}
