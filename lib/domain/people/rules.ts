import { normalizeSearch } from '@/lib/shared/search-text'

/** What a membership may hold. `superadmin` is of the platform and cannot be granted by a school. */
export const schoolRoles = ['rector', 'coordinator', 'secretary', 'teacher', 'student', 'acudiente'] as const
export type SchoolRole = (typeof schoolRoles)[number]

export type MembershipState = { id: string; roles: readonly string[]; isActive: boolean }

/** Keys in messages/<lang>/people.json. */
export type PeopleRefusal = 'people.refusal.lastRector' | 'people.refusal.ownMembership'

/**
 * Why a membership may not become like this, or null. A school keeps at least one active rector, and nobody disables
 * themselves or takes their own rector role away (somebody else does). `all`: the memberships of the school as they are now.
 */
export function membershipProblem(
  all: readonly MembershipState[],
  change: { id: string; roles?: readonly SchoolRole[]; isActive?: boolean },
  actorMembershipId: string | null,
): PeopleRefusal | null {
  const isRector = (membership: MembershipState) => membership.isActive && membership.roles.includes('rector')
  const now = all.find((membership) => membership.id === change.id)
  if (!now) return null
  const after = { ...now, roles: change.roles ?? now.roles, isActive: change.isActive ?? now.isActive }
  if (isRector(now) && !isRector(after) && !all.some((other) => other.id !== now.id && isRector(other)))
    return 'people.refusal.lastRector'
  const losesOwn = (now.isActive && !after.isActive) || (isRector(now) && !isRector(after))
  return change.id === actorMembershipId && losesOwn ? 'people.refusal.ownMembership' : null
}

/** Whether somebody's sessions have to end: they are disabled or lose a role. */
export function losesRights(before: MembershipState, after: MembershipState): boolean {
  return (before.isActive && !after.isActive) || before.roles.some((role) => !after.roles.includes(role))
}

/** Whether somebody stops teaching: who still has courses cannot. */
export function leavesTeaching(
  before: MembershipState,
  change: { roles?: readonly string[]; isActive?: boolean },
): boolean {
  const teaches = (membership: MembershipState) => membership.isActive && membership.roles.includes('teacher')
  const after = { ...before, roles: change.roles ?? before.roles, isActive: change.isActive ?? before.isActive }
  return teaches(before) && !teaches(after)
}

export const MIN_PASSWORD = 10
export const MAX_PASSWORD = 128

/** Beginnings of passwords that lists of leaks are full of; compared without accents, capitals, signs and final digits. */
const common = new Set(
  `password passwort contrasena contrasenia clave claveclave secreto secreta administrador administrator admin qwerty qwertyuiop
  qwertyasdf asdfghjkl asdfasdf zxcvbnm abcdefghij abcdefghijk abcd abc iloveyou teamo teamomucho tequiero mivida miamor amorcito
  princesa estrella mariposa bonita chocolate superman batman pokemon minecraft football futbol baseball basketball dragon monkey
  letmein welcome bienvenido bienvenida sunshine shadow master colombia bogota medellin cali barranquilla nacional millonarios
  america junior santafe colegio escuela estudiante profesor profesora rector rectora secretaria docente matricula acudiente
  institucion educativa jesus jesucristo dios diosesamor mama papa familia hermosa hermoso alejandro alejandra carolina
  daniel daniela andres andrea sebastian valentina mariana santiago juancarlos changeme cambiame temporal prueba pruebas test testing
  demo usuario user guest login default`.split(/\s+/),
)

const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]

function isCommon(password: string): boolean {
  const plain = normalizeSearch(password.replace(/[@]/g, 'a').replace(/[$]/g, 's')).replaceAll(' ', '')
  if (new Set(plain).size <= 3) return true
  if (runs.some((run) => run.includes(plain))) return true
  const word = plain.replace(/^\d+|\d+$/g, '')
  const leet = word
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
  const half = plain.slice(0, plain.length / 2)
  const doubled =
    half.length >= 3 &&
    half + half === plain &&
    (common.has(half.replace(/\d+$/, '')) || runs.some((run) => run.includes(half)))
  return word === '' ? plain.length < 12 : doubled || common.has(word) || common.has(leet)
}

/** Shorter texts than four letters would refuse half the language. */
function isPersonal(password: string, personal: readonly string[]): boolean {
  const plain = normalizeSearch(password).replaceAll(' ', '')
  return personal.some((text) => {
    const whole = normalizeSearch(text).replaceAll(' ', '')
    return whole.length >= 4 && plain.includes(whole)
  })
}

export type PasswordProblem =
  | 'validation.passwordTooShort'
  | 'validation.passwordTooLong'
  | 'validation.passwordCommon'
  | 'validation.passwordPersonal'

/**
 * Why a password will not do, or null: 10–128 characters (code points; `least`: what the person's schools want), not widely known, without the person's e-mail name
 * or a school's name (whole, or its short address). Length matters, composition does not (NIST SP 800-63B).
 */
export function passwordProblem(
  password: string,
  about: { email: string; schools?: readonly { name: string; slug: string }[]; least?: number },
): PasswordProblem | null {
  const length = [...password].length
  if (length < Math.max(MIN_PASSWORD, about.least ?? 0)) return 'validation.passwordTooShort'
  if (length > MAX_PASSWORD) return 'validation.passwordTooLong'
  if (isCommon(password)) return 'validation.passwordCommon'
  const local = about.email.split('@')[0] ?? ''
  const schools = (about.schools ?? []).flatMap(({ name, slug }) => [
    name,
    slug,
    name.replace(/^(colegio|instituci[oó]n educativa|liceo|gimnasio|i\.?e\.?)\s+/i, ''),
  ])
  return isPersonal(password, [local, ...schools]) ? 'validation.passwordPersonal' : null
}

/** The words that a name or address must hold, without accents and ready for LIKE: an address keeps its dots. At most 6. */
export function searchWords(query: string): string[] {
  const plain = query.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
}

export type PersonState = 'active' | 'invited' | 'inactive'

/** Whether somebody comes in, has still to accept, or was let out. */
export function personState({ isActive, hasAccepted }: { isActive: boolean; hasAccepted: boolean }): PersonState {
  if (!isActive) return 'inactive'
  return hasAccepted ? 'active' : 'invited'
}
