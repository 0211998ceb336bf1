// npm run permissions: writes docs/permissions.md from the operations and the roles' rights; `npm run check` fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { apiRoutes } from '@/generated/api-routes'
import type { Endpoint } from '@/lib/platform/endpoint'
import { servedRoutes } from '@/lib/platform/openapi'
import type { Operation } from '@/lib/platform/operation'
import { type Permission, rolePermissions, roles } from '@/lib/platform/permissions'
import { main } from './console.ts'
import { everyOperation } from './permissions/operations.ts'
import { allowed, type Caller } from './permissions/who-may.ts'

const TARGET = 'docs/permissions.md'

const TITLES: Record<string, string> = {
  account: 'The own account',
  audit: 'History',
  dashboard: 'Home page',
  documents: 'Documents of an enrollment',
  enrollments: 'Enrollments',
  families: 'Families: links, consents, reminders',
  filters: 'Filters that a person has given a name',
  guardians: 'Guardians',
  jobs: 'Background work',
  mails: 'Mails',
  notifications: 'What a person is told',
  people: 'People and their roles',
  requirements: 'Documents that the school asks for',
  schools: 'The school and its look',
  search: 'Search',
  students: 'Students',
  tokens: 'Access of programs',
  users: 'Accounts of people',
  years: 'Years and periods',
}

/** In the order of the columns, with what stands above them. */
const COLUMNS: [Caller, string][] = [
  ['rector', 'rector'],
  ['coordinator', 'coordinator'],
  ['secretary', 'secretary'],
  ['teacher', 'teacher'],
  ['student', 'student'],
  ['acudiente', 'guardian with an account'],
  ['guardian', 'family link'],
  ['superadmin', 'superadmin'],
]

/** What has no REST route, and so no summary there. */
const WITHOUT_ROUTE: Record<string, string> = {
  'account.endSession': 'Sign out',
  'account.signIn': 'Sign in',
  'families.openLink': 'Open a family link',
}

/** Rights that reach as far as the person's own records: own courses, oneself, own children. */
const OWN: readonly Permission[] = ['read:own_students', 'read:own_data', 'read:own_grades', 'family:self']

const INTRO = `# Who may do what

Written by \`npm run permissions\` from the operations in \`lib/domain\` and the roles in \`lib/platform/permissions.ts\`;
\`npm run check\` fails when it is stale. \`tests/permissions\` tries every cell, allowed and denied, and keeps the same table as
\`tests/permissions/matrix.json\`; \`tests/isolation/over-http.test.ts\` tries it again at every page, form and route of the build.

**yes**: in the person's school. **own**: only what is theirs — a teacher's courses, a student's own data, a guardian's
children. **–**: refused, alike for records that exist and for those that do not. Nobody reaches a school that is not theirs;
a superadmin enters a school for support, for a time and with a reason, and is no member of it. Of several roles a person has all rights.
`

async function page(): Promise<string> {
  const operations = await everyOperation()
  const routes = await servedRoutes(apiRoutes)
  // Of two doors the staff's comes first.
  const doors = routes.map(({ endpoint }) => endpoint).sort((a, b) => Number(isFamilys(a)) - Number(isFamilys(b)))
  const wordsFor = (name: string) => doors.find(({ operation }) => operation.name === name)?.info.summary
  const wordsOf = ({ name }: Operation): string => {
    const words = wordsFor(name) ?? WITHOUT_ROUTE[name]
    if (!words) throw new Error(`${name} has no REST route: say in scripts/permissions.ts what it does`)
    return words
  }
  const of = (scope: string) => operations.filter((operation) => operation.scope === scope)
  const nouns = [...new Set(of('school').map(nounOf))].sort()
  const parts = nouns.map((noun) => {
    const rows = of('school')
      .filter((operation) => nounOf(operation) === noun)
      .map((operation) => row([wordsOf(operation), code(operation), ...COLUMNS.map(([who]) => cell(operation, who))]))
    const head = ['what', 'operation', ...COLUMNS.map(([, title]) => title)]
    return `## ${TITLES[noun] ?? noun}\n\n${row(head)}\n${row(head.map(() => '-'))}\n${rows.join('\n')}\n`
  })
  const list = (scope: string) =>
    of(scope)
      .map((operation) => `- ${wordsOf(operation)} (${code(operation)})`)
      .join('\n')
  return [
    INTRO,
    ...parts,
    `## The platform: superadmins only\n\n${list('platform')}\n`,
    `## Everybody, in no school: signing in, and one's own account\n\n${list('public')}\n`,
    `## What the roles hold\n\n${rights()}\n`,
  ].join('\n')
}

const isFamilys = ({ info }: Endpoint): boolean => info.audience === 'family'
const nounOf = ({ name }: Operation): string => name.split('.')[0] ?? ''
const code = ({ name }: Operation): string => `\`${name}\``
const row = (cells: string[]): string => `| ${cells.join(' | ')} |`

function cell(operation: Operation, who: Caller): string {
  if (!allowed(operation, who)) return '–'
  const wider = operation.permissions.filter((permission) => !OWN.includes(permission))
  const isOwn =
    operation.permissions.length > 0 && (wider.length === 0 || !allowed({ ...operation, permissions: wider }, who))
  return isOwn ? 'own' : 'yes'
}

const rights = (): string =>
  [...roles, 'superadmin' as const]
    .map((role) => `- **${role}**: ${rolePermissions[role].map((permission) => `\`${permission}\``).join(', ')}`)
    .join('\n')

await main(async () => {
  const text = await page()
  if (!process.argv.includes('--check')) {
    writeFileSync(TARGET, text)
    return 0
  }
  if (readFileSync(TARGET, 'utf8') === text) return 0
  console.error(`${TARGET} is stale: run \`npm run permissions\``)
  return 1
})
