import type { z } from 'zod'
import { plain } from '@/lib/domain/academics/import/rules'
import { invitePersonInput } from '@/lib/domain/people/schema'
import { validationKey } from '@/lib/shared/validation-key'
import type { Finding, Judged, RowToJudge } from '../../rules'
import { type Field, fieldsOf, type Recognise } from '../../table/rules'

/** Somebody to be invited; null `membershipId`: new to the school. */
export type UserPlan = z.output<typeof invitePersonInput>

const words: Record<string, readonly string[]> = {
  email: ['correo', 'correo electronico', 'email', 'e-mail', 'mail', 'correo institucional', 'usuario'],
  fullName: ['nombre', 'nombre completo', 'nombres y apellidos', 'apellidos y nombres', 'persona', 'name', 'full name'],
  surnames: ['apellidos', 'apellido', 'surnames', 'last name'],
  givenNames: ['nombres', 'given names', 'first name', 'first names'],
  roles: ['cargo', 'cargos', 'rol', 'roles', 'funcion', 'role', 'perfil'],
}
const byWord = new Map(Object.entries(words).flatMap(([name, list]) => list.map((word) => [word, name] as const)))

export const recogniseUserHeading: Recognise = (heading) => byWord.get(plain(heading)) ?? null

export const userImportFields: readonly Field[] = Object.keys(words).map((name) => ({
  name,
  required: name === 'email' || name === 'roles',
}))

export function missingUserFields(columns: readonly (string | null)[]): string[] {
  const has = (name: string) => columns.includes(name)
  return [
    ...['email', 'roles'].filter((name) => !has(name)),
    ...(has('fullName') || (has('surnames') && has('givenNames')) ? [] : ['fullName']),
  ]
}

/** Roles by the words for them, of either gender and language. */
export type RoleWords = ReadonlyMap<string, string>

const roleTexts = (text: string) =>
  text
    .split(/[,;/+]|\s+y\s+|\s+and\s+/i)
    .map((part) => part.trim())
    .filter(Boolean)

export type KnownPeople = {
  /** Addresses of who is in the school already → their name. */
  members: ReadonlyMap<string, string>
  roleWords: RoleWords
  before: ReadonlyMap<string, number>
}

function judge(
  { row, cells, choice }: RowToJudge,
  columns: readonly (string | null)[],
  at: KnownPeople,
  seen: Map<string, number>,
): Judged<UserPlan> {
  const fields = fieldsOf(cells, columns)
  const value = (name: string) => fields[name] ?? ''
  const fullName = value('fullName') || [value('givenNames'), value('surnames')].filter(Boolean).join(' ')
  const texts = roleTexts(value('roles'))
  const read = { email: value('email'), fullName, roles: texts.map((text) => at.roleWords.get(plain(text)) ?? text) }
  const parsed = invitePersonInput.safeParse(read)
  const key = read.email.trim().toLowerCase() || null
  const label = fullName || read.email
  if (choice === 'skip') return { verdict: 'skip', key, label, findings: [], plan: null }
  const findings: Finding[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const part = String(issue.path[0] ?? '')
        const field = part === 'fullName' && !columns.includes('fullName') ? 'surnames' : part
        const isRole = field === 'roles' && texts.length > 0
        return { field, value: value(field), reason: isRole ? 'imports.problem.role' : validationKey(issue) }
      })
  const first = key ? seen.get(key) : undefined
  if (key && first !== undefined && first !== row)
    findings.push({ field: 'email', value: read.email, reason: 'imports.problem.twice', data: { row: String(first) } })
  if (key && first === undefined) seen.set(key, row)
  if (findings.length > 0 || !parsed.success) return { verdict: 'error', key, label, findings, plan: null }
  if (at.members.has(parsed.data.email)) return { verdict: 'keep', key, label, findings, plan: null }
  return { verdict: 'create', key, label, findings, plan: parsed.data }
}

/** Rows of a list of people: who is to be invited, and what is wrong. Somebody who is in the school already stays as is. */
export function judgeUsers(
  rows: readonly RowToJudge[],
  columns: readonly (string | null)[],
  at: KnownPeople,
): Judged<UserPlan>[] {
  const seen = new Map(at.before)
  return rows.map((row) => judge(row, columns, at, seen))
}
