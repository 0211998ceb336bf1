import { foreignTables, type Line, tableLines } from '@/prisma/tables'
import type { Catalogue, Key } from './read.ts'

/** Ids without a key, each for a reason. */
const LOOSE: Record<string, string> = {
  'audit_log.actor_id': 'history outlives what it tells of',
  'audit_log.entity_id': 'history outlives what it tells of',
  'audit_log.student_id': 'history outlives what it tells of',
  'import_batches.job_id': 'finished work may be forgotten before its import',
  'record_merges.lost_id': 'that record is gone; what it was stands beside',
  'idempotency_keys.actor_id': 'a person or a program',
  'outbox_mails.student_id': 'history outlives what it tells of',
}

type Rule = (catalogue: Catalogue, line: (table: string) => Line | undefined) => string[]

const isTenant = (line: Line | undefined) => line?.class === 'tenant'

const classed: Rule = ({ tables }, line) => [
  ...tables
    .filter((table) => !line(table) && !(table in foreignTables))
    .map((table) => `${table} is not classed: give it a line in prisma/tables.ts`),
  ...Object.keys(tableLines)
    .filter((table) => !tables.includes(table))
    .map((table) => `${table} stands in prisma/tables.ts and not in the database`),
]

const schoolColumn: Rule = ({ tables, columns }, line) =>
  tables.flatMap((table) => {
    const column = columns.find((one) => one.table === table && one.column === 'school_id')
    if (!isTenant(line(table))) return column ? [`${table} has school_id and is not a tenant table`] : []
    if (!column) return [`${table} has no school_id`]
    const { type, required, fallback } = column
    return type === 'uuid' && required && !fallback
      ? []
      : [
          `${table}.school_id must be uuid not null without default, and is ${type}${required ? '' : ' null'}${fallback ? ' with a default' : ''}`,
        ]
  })

const primaryKey: Rule = ({ tables, indexes }, line) =>
  tables
    .filter((table) => isTenant(line(table)))
    .flatMap((table) => {
      const key = indexes.find((index) => index.table === table && index.primary)?.columns.join(', ') ?? 'none'
      return key === 'school_id, id' || key === 'school_id'
        ? []
        : [`${table}: the primary key must be (school_id, id), and is (${key})`]
    })

const uniqueIndexes: Rule = ({ indexes }, line) =>
  indexes
    .filter(({ table, unique, columns }) => isTenant(line(table)) && unique && columns[0] !== 'school_id')
    .map(
      ({ table, index, columns }) =>
        `${table}: unique index ${index} (${columns.join(', ')}) must begin with school_id`,
    )

/** Every other index too, but for those by which a person's traces are found when the person goes. */
const otherIndexes: Rule = ({ indexes, keys }, line) =>
  indexes
    .filter(({ table, unique, columns }) => isTenant(line(table)) && !unique && columns[0] !== 'school_id')
    .filter(
      ({ table, columns }) =>
        !keys.some((key) => key.from === table && key.to === 'users' && key.columns[0] === columns[0]),
    )
    .map(({ table, index }) => `${table}: index ${index} must begin with school_id`)

const keyFault = (key: Key, from: Line | undefined, to: Line | undefined): string | undefined => {
  if (key.onUpdate !== 'a') return 'must have ON UPDATE NO ACTION'
  if (!isTenant(from) && isTenant(to)) return `leads from a ${from?.class} table into a school`
  if (isTenant(from) && to?.class === 'system') return 'leads to a system table, which stays on one node'
  if (from?.class === 'reference' && to?.class === 'system') return 'leads from a reference table to a system table'
  const place = key.columns.indexOf('school_id')
  if (isTenant(from) && isTenant(to) && (place !== 0 || key.targets[0] !== 'school_id'))
    return 'must carry school_id first on both sides'
  if (place >= 0 && !['a', 'r', 'c'].includes(key.onDelete)) return 'must not empty school_id when its target goes'
  if (key.to === 'schools' && isTenant(from) && key.onDelete !== 'c')
    return 'must go with its school (ON DELETE CASCADE)'
  return ['a', 'r', 'c', 'n'].includes(key.onDelete) ? undefined : 'must not set a default when its target goes'
}

const foreignKeys: Rule = ({ keys }, line) =>
  keys.flatMap((key) => {
    const fault = keyFault(key, line(key.from), line(key.to))
    return fault ? [`${key.from}: ${key.name} → ${key.to} ${fault}`] : []
  })

const schoolKey: Rule = ({ tables, keys }, line) =>
  tables
    .filter((table) => isTenant(line(table)) && !keys.some(({ from, to }) => from === table && to === 'schools'))
    .map((table) => `${table} has no key to schools`)

/** Without one, deleting the target reads the whole table, of all schools. */
const servedKeys: Rule = ({ keys, indexes }, line) =>
  keys
    .filter((key) => isTenant(line(key.from)) && key.to !== 'schools')
    .filter((key) => !indexes.some((index) => index.table === key.from && startsWith(index.columns, key.columns)))
    .map((key) => `${key.from}: no index serves ${key.name} (${key.columns.join(', ')})`)

const startsWith = (columns: string[], wanted: string[]) =>
  wanted.every((name) => columns.slice(0, wanted.length).includes(name))

const heldIds: Rule = ({ columns, keys }, line) =>
  columns
    .filter(
      ({ table, column, type }) => isTenant(line(table)) && type === 'uuid' && !['id', 'school_id'].includes(column),
    )
    .filter(({ table, column }) => !keys.some((key) => key.from === table && key.columns.includes(column)))
    .filter(({ table, column }) => !(`${table}.${column}` in LOOSE))
    .map(({ table, column }) => `${table}.${column} names a row that no key holds`)

const nothingClever: Rule = ({ forbidden, columns }) => [
  ...forbidden.map((what) => `${what}: a distributed database refuses it, and the application does not need it`),
  ...columns
    .filter(({ own }) => own)
    .map(({ table, column }) => `${table}.${column} is an identity or generated column`),
]

const rolesRights: Rule = ({ role, rights, tableRights, powers }) => [
  ...powers.map((power) => `${role} holds: ${power}`),
  ...tableRights.flatMap(({ table, ...held }) =>
    Object.entries(held).flatMap(([right, has]) => (has ? [`${role} must not have on ${table}: ${right}`] : [])),
  ),
  ...rights
    .filter(({ column, inKey, update }) => update && (inKey || column === 'school_id'))
    .map(({ table, column }) => `${role} must not update ${table}.${column}`),
]

const RULES: Rule[] = [
  classed,
  schoolColumn,
  primaryKey,
  uniqueIndexes,
  otherIndexes,
  foreignKeys,
  schoolKey,
  servedKeys,
  heldIds,
  nothingClever,
  rolesRights,
]

/**
 * What keeps the tables from being spread over several nodes by school, or lets a row reach another school; nothing when
 * all is well. `lines`: the classes, for tables that are not the program's own.
 */
export function catalogueFaults(catalogue: Catalogue, lines: Readonly<Record<string, Line>> = tableLines): string[] {
  return RULES.flatMap((rule) => rule(catalogue, (table) => lines[table]))
}
