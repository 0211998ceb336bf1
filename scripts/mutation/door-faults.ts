// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of sources, as they stand there
import { edit, type SeededFault } from './fault.ts'

const operation = 'lib/platform/operation.ts'
const mint = 'lib/platform/mint.ts'
const session = 'lib/platform/session.ts'
const endpoint = 'lib/platform/endpoint.ts'

const matrix = 'tests/permissions/matrix.test.ts'
const records = 'tests/permissions/records.test.ts'
const operations = 'tests/isolation/operations.test.ts'
const rules = 'tests/api/rules.test.ts'
const routes = 'tests/api/routes.test.ts'
const people = 'tests/integration/people.test.ts'
const families = 'tests/integration/families.test.ts'
const minting = 'tests/isolation/minting.test.ts'
const actions = 'tests/isolation/actions.test.ts'

/** Faults in rights, and in the places where a call is given its school. */
export const doorFaults: readonly SeededFault[] = [
  {
    name: 'permission-unchecked',
    what: 'operations ask for no permission',
    edits: [
      edit(
        operation,
        'if (needed.length > 0 && !needed.some((permission) => can(ctx.permissions, permission)))',
        'if (false as boolean)',
      ),
    ],
    tests: [matrix],
  },
  {
    name: 'scope-unchecked',
    what: 'a school’s context opens operations of the platform',
    edits: [edit(operation, "if (ctx.kind !== scope) throw new AppError('forbidden')", '')],
    tests: [matrix],
  },
  {
    name: 'permission-widened',
    what: 'who reads students may add some',
    edits: [
      edit(
        'lib/domain/students/commands.ts',
        "name: 'students.create',\n  permission: 'write:enrollment',",
        "name: 'students.create',\n  permission: 'read:students',",
      ),
    ],
    tests: [matrix],
  },
  {
    name: 'history-unwritten',
    what: 'changes leave no line in the history',
    edits: [edit(operation, 'if (lines.length > 0) await writeAudit(rows, ctx, lines)', '')],
    tests: [operations],
  },
  {
    name: 'teacher-sees-all',
    what: 'a teacher sees all students, not those of the own courses',
    edits: [
      edit(
        'lib/domain/students/policy.ts',
        'return isTeacher ? fragment`and ${ofTeacher(ctx, userId)}`',
        'return isTeacher ? nothing',
      ),
    ],
    tests: [records],
  },
  {
    name: 'every-child-own',
    what: 'a guardian with an account sees every child of a guardian with an account',
    edits: [edit('lib/domain/students/policy.ts', 'and g.user_id = ${userId})`', 'and g.user_id is not null)`')],
    tests: ['tests/isolation/own-children.test.ts'],
  },
  {
    name: 'family-next-door',
    what: 'a family link reaches the papers of every family of the school',
    edits: [
      edit(
        'lib/domain/enrollments/documents/policy.ts',
        'guardians: { some: { guardianId } }',
        'guardians: { some: {} }',
      ),
    ],
    tests: [operations],
  },
  {
    name: 'member-of-any',
    what: 'a school that is asked for by id is not looked up among the memberships',
    edits: [
      edit(
        mint,
        "'slug' in wanted ? school.slug === wanted.slug : school.id === wanted.id,",
        "'slug' in wanted ? school.slug === wanted.slug : school.id !== '',",
      ),
    ],
    tests: [routes],
  },
  {
    name: 'everybody-visits',
    what: 'a visit outlives the superadmin’s office',
    edits: [edit(mint, 'if (!user.isSuperadmin) return null\n  const visit =', 'const visit =')],
    tests: [minting],
  },
  {
    name: 'everybody-superadmin',
    what: 'whoever is signed in is on the platform',
    edits: [edit(mint, 'if (!user.isSuperadmin) return null\n  const actor =', 'const actor =')],
    tests: [minting],
  },
  {
    name: 'token-of-another-school',
    what: 'a program with a token is not held to its school’s header',
    edits: [
      edit(
        endpoint,
        "if (wanted && wanted !== ctx.schoolId) throw new AppError('forbidden', { reason: 'token_of_other_school' })",
        '',
      ),
    ],
    tests: [rules],
  },
  {
    name: 'token-unnarrowed',
    what: 'a token gives all that its person may',
    edits: [edit(mint, 'new Set(row.scopes.filter((scope) => can(held, scope)))', 'held')],
    tests: [rules],
  },
  {
    name: 'token-beyond-person',
    what: 'a token gives what its person may not',
    edits: [edit(mint, 'new Set(row.scopes.filter((scope) => can(held, scope)))', 'new Set(row.scopes)')],
    tests: [rules],
  },
  {
    name: 'token-of-who-left',
    what: 'a token outlives its person’s membership',
    edits: [edit(mint, 'and m.is_active and u.is_active and c.is_active`', 'and u.is_active and c.is_active`')],
    tests: [minting, rules],
  },
  {
    name: 'link-revoked',
    what: 'a family link that was revoked still opens',
    edits: [
      edit(
        mint,
        'and l.revoked_at is null and l.expires_at > now() and l.use_count',
        'and l.expires_at > now() and l.use_count',
      ),
    ],
    tests: [families],
  },
  {
    name: 'link-of-another-school',
    what: 'the cookie of a family link opens the link of that id in any school',
    edits: [
      edit(
        mint,
        "where l.school_id = $1 and l.${condition === 'id'",
        "where $1::uuid is not null and l.${condition === 'id'",
      ),
    ],
    tests: [minting],
  },
  {
    name: 'job-of-the-system',
    what: 'background work has more rights than who asked for it',
    edits: [edit(mint, 'if (!createdBy) return schoolContext(', 'if (createdBy !== undefined) return schoolContext(')],
    tests: [minting],
  },
  {
    name: 'job-of-who-left',
    what: 'background work goes on for who was put out of the school',
    edits: [
      edit(
        mint,
        'const visit = row.is_superadmin ? await findVisit(createdBy, { id: schoolId }) : null',
        "const visit = { ...school, grant_id: schoolId, reason: name, mode: 'full' as const, until: new Date() }",
      ),
    ],
    tests: [minting],
  },
  {
    name: 'membership-ended',
    what: 'who was put out of a school still works in it',
    edits: [
      edit(
        session,
        'where m.user_id = ${user} and m.is_active and c.is_active',
        'where m.user_id = ${user} and c.is_active',
      ),
    ],
    tests: [rules],
  },
  {
    name: 'session-ended',
    what: 'a session that was ended goes on',
    edits: [edit(session, 's.id = $1 and s.revoked_at is null and', 's.id = $1 and')],
    tests: [people],
  },
  {
    name: 'session-secret',
    what: 'the id of a session suffices to be its person',
    edits: [
      edit(
        session,
        'if (!row || !sameHash(row.secret_hash, hashSecret(key.secret))) return null',
        'if (!row) return null',
      ),
    ],
    tests: [minting],
  },
  {
    name: 'session-of-role',
    what: 'sessions outlive the role that they began with',
    edits: [
      edit(
        'lib/domain/people/commands.ts',
        'const ends = Object.keys(difference.after).length > 0 && !isOwn',
        'const ends = false as boolean',
      ),
    ],
    tests: [people],
  },
  {
    name: 'session-of-anybody',
    what: 'a person ends the sessions of others',
    edits: [
      edit(
        'lib/domain/account/sessions/commands.ts',
        'where: { id: input.sessionId, userId, revokedAt: null }',
        'where: { id: input.sessionId, revokedAt: null }',
      ),
    ],
    tests: [operations],
  },
  {
    name: 'origin-of-endpoints',
    what: 'another site’s page changes something through the API',
    edits: [
      edit(
        endpoint,
        "if (unsafe && !sameOrigin(header)) throw new AppError('forbidden', { reason: 'foreign_origin' })\n  // A device",
        '// A device',
      ),
    ],
    tests: [routes],
  },
  {
    name: 'origin-of-actions',
    what: 'another site’s page posts a form of ours',
    edits: [
      edit(
        'lib/platform/action.ts',
        "if (!sameOrigin(get)) throw new AppError('forbidden', { reason: 'foreign_origin' })",
        '',
      ),
    ],
    tests: [actions],
  },
  {
    name: 'action-of-any-school',
    what: 'a form works in the person’s school whatever its address says',
    edits: [
      edit(
        'lib/platform/action.ts',
        '{ slug: String(schoolSlug) }',
        '{ slug: session.memberships[0]?.school.slug ?? String(schoolSlug) }',
      ),
    ],
    tests: [actions],
  },
  {
    name: 'key-of-nobody',
    what: 'two people of a school share their idempotency keys',
    edits: [
      edit(
        'lib/platform/idempotency.ts',
        "ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : (userIdOf(ctx) ?? ctx.schoolId)",
        'ctx.schoolId || userIdOf(ctx) || ctx.schoolId',
      ),
    ],
    tests: [rules],
  },
  {
    name: 'object-beside-school',
    what: 'files do not lie below their school',
    edits: [
      edit(
        'lib/platform/storage.ts',
        "`${schoolId}/${randomBytes(32).toString('hex')}`",
        "`${schoolId.slice(0, 0)}files/${randomBytes(32).toString('hex')}`",
      ),
    ],
    tests: ['tests/integration/documents.test.ts', minting],
  },
]
