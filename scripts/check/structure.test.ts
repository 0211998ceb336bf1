import { describe, expect, test } from 'vitest'
import { importsOf, type Source } from './sources'
import { structureFaults } from './structure'

function source(file: string, text = ''): Source {
  const isTest = /\.test\.tsx?$/.test(file) || file.startsWith('tests/')
  return { file, text, lines: text.split('\n').length - 1, isTest, imports: importsOf(file, text) }
}
const faultsOf = (...sources: Source[]) => structureFaults(sources).map(({ file, message }) => `${file}: ${message}`)
const reads = (file: string, target: string) => source(file, `import { x } from '${target}'\n`)

describe('names', () => {
  test.each([
    ['lib/domain/students/service.ts', 'closed list'],
    ['lib/domain/students.ts', "noun's folder"],
    ['lib/shared/utils.ts', 'drawers'],
    ['components/ui/index.ts', 'drawers'],
  ])('%s is refused', (file, reason) => {
    expect(faultsOf(source(file)).join()).toContain(reason)
  })

  test('a file of 301 lines is refused, one of 300 is not', () => {
    expect(faultsOf(source('lib/shared/long.ts', 'x\n'.repeat(301)))).toHaveLength(1)
    expect(faultsOf(source('lib/shared/long.ts', 'x\n'.repeat(300)))).toEqual([])
  })

  test('what the house is made of is accepted', () => {
    const files = ['lib/domain/students/sql.ts', 'lib/domain/students/papers/rules.test.ts', 'app/login/page.tsx']
    expect(faultsOf(...files.map((file) => source(file)))).toEqual([])
  })
})

describe('who reads whom', () => {
  test.each([
    ['lib/shared/dates.ts', '@/lib/platform/env'],
    ['lib/platform/action.ts', '@/lib/domain/students/queries'],
    ['lib/domain/students/schema.ts', '@/lib/platform/operation'],
    ['lib/domain/students/rules.ts', './queries'],
    ['lib/domain/students/queries.ts', '@/components/ui/button'],
    ['lib/domain/students/commands.ts', '@/lib/domain/guardians/commands'],
    ['components/ui/button.tsx', '@/components/layout/page-header'],
    ['components/students/card.tsx', '@/lib/domain/students/queries'],
    ['components/students/card.tsx', '@/components/documents/viewer'],
    ['app/login/page.tsx', '@/lib/domain/students/sql'],
    ['app/login/page.tsx', '@/lib/platform/db/client'],
    ['app/login/page.tsx', '@/tests/support/school'],
    ['app/[school]/students/page.tsx', '../guardians/_components/card'],
  ])('%s must not read %s', (file, target) => {
    expect(faultsOf(reads(file, target)).join()).toContain('must not import')
  })

  test.each([
    ['lib/domain/students/rules.ts', '@/lib/shared/dates'],
    ['lib/domain/students/commands.ts', '@/lib/domain/guardians/rules'],
    ['components/students/card.tsx', '@/lib/domain/students/schema'],
    ['app/[school]/students/page.tsx', './_components/table'],
    ['app/[school]/students/page.tsx', '@/app/[school]/_shell/nav'],
  ])('%s may read %s', (file, target) => {
    expect(faultsOf(reads(file, target))).toEqual([])
  })

  test('circles are found, also over three files; types make none', () => {
    const circle = [
      reads('lib/shared/a.ts', './b'),
      reads('lib/shared/b.ts', './c'),
      source('lib/shared/c.ts', "import { type X, y } from './a'\n"),
    ]
    expect(faultsOf(...circle).join()).toContain('lib/shared/a → lib/shared/b → lib/shared/c → lib/shared/a')
    const types = source('lib/shared/c.ts', "import type { X } from './a'\n")
    expect(faultsOf(...circle.slice(0, 2), types)).toEqual([])
  })
})

describe('words with a place of their own', () => {
  test.each([
    ['lib/platform/mail.ts', 'const port = process.env.PORT'],
    ['lib/domain/students/commands.ts', 'await db.$queryRaw`select 1`'],
    ['lib/platform/page.ts', 'await getServerSession(options)'],
    ['app/login/page.tsx', "import { decode } from 'next-auth/jwt'"],
    ['lib/domain/students/commands.ts', "import { redirect } from 'next/navigation'"],
    ['lib/shared/dates.ts', 'const x = y as any'],
    ['lib/shared/dates.ts', '// TODO: later'],
    ['lib/domain/students/queries.ts', "import { PrismaClient } from '@/generated/prisma/client'"],
    ['lib/platform/mail.ts', "import { Prisma } from '../../generated/prisma/client'"],
  ])('%s must not hold: %s', (file, text) => {
    expect(faultsOf(source(file, text))).not.toEqual([])
  })

  test('the types of the Prisma client may be read in lib/platform', () => {
    const text = "import type { Prisma } from '../../generated/prisma/client'\n"
    expect(faultsOf(source('lib/platform/mail.ts', text))).toEqual([])
  })
})

describe('SQL', () => {
  const blank = (code: string) => `$\{${code}}`
  const statement = `export const all = (sql: Sql) => sql<Row>\`select * from students where school_id = ${blank('id')}\``

  test('belongs in sql.ts', () => {
    expect(faultsOf(source('lib/domain/students/sql.ts', statement))).toEqual([])
    expect(faultsOf(source('lib/domain/students/queries.ts', statement)).join()).toContain('sql.ts')
  })

  test('names its school, itself or in a fragment of a fragment', () => {
    const from = `const from = fragment\`from students where school_id = ${blank('id')}\`\n`
    const listed = `const listed = fragment\`${blank('from')} order by 1\`\n`
    const all = `const all = sql\`select * ${blank('listed')}\`\n`
    expect(faultsOf(source('lib/domain/students/sql.ts', from + listed + all))).toEqual([])
    expect(faultsOf(source('lib/domain/students/sql.ts', listed + all)).join()).toContain('school_id = ')
    expect(faultsOf(source('lib/domain/students/sql.ts', 'sql`select 1`')).join()).toContain('school_id = ')
  })
})
