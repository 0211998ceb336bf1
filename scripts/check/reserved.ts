import type { Rule } from './sources.ts'

/** Words that may stand in certain files only, and what everybody else does instead. */
type Reserved = { what: RegExp; where: RegExp; instead: string }

const TOOLS = /^(scripts|tests|prisma)\/|\.test\.tsx?$/

const RESERVED: Reserved[] = [
  {
    what: /\bprocess\.env\b/,
    where: /^(scripts|tests)\/|^lib\/platform\/env\.ts$|^[\w.]+\.ts$|\.test\.tsx?$/,
    instead: 'read settings with env() of lib/platform/env.ts, which validates them',
  },
  {
    what: /\$(queryRaw|executeRaw)/,
    where: /^lib\/platform\/(db\/|queue\.ts$)|\.test\.ts$|^tests\//,
    instead: 'write hot reads in a sql.ts, whose tag demands the school',
  },
  {
    what: /\bgetServerSession\b|\bgetToken\b/,
    where: /^lib\/platform\/session\.ts$|^scripts\/check\//,
    instead: 'they see the cookie only; pageContext, action and endpoint also read the session row',
  },
  {
    what: /from 'next-auth\/jwt'/,
    where: /^lib\/platform\/(session|mint)\.ts$|^tests\/|^scripts\/check\//,
    instead: 'a cookie proves nothing without its session row: go through lib/platform/session.ts',
  },
  {
    what: /from 'next-auth'/,
    where: /^lib\/platform\/auth\.ts$|^app\/api\/auth\/|^scripts\/check\//,
    instead: 'sign-in is set up in lib/platform/auth.ts and nowhere else',
  },
  {
    what: /from '(next|next\/[\w/-]+)'/,
    where: /^(app|components|i18n|lib\/platform|tests|scripts)\/|^[\w.]+\.ts$/,
    instead: 'cookies, headers, redirects and revalidation belong to the doors in lib/platform',
  },
  {
    what: /@ts-(ignore|expect-error|nocheck)|\bas any\b/,
    where: /^scripts\/check\//,
    instead: 'give the value its type',
  },
  {
    what: /\b(TODO|FIXME|XXX)\b/,
    where: /^scripts\/check\//,
    instead: 'do it, or write it down as an issue',
  },
]

const words: Rule = ({ file, text }) => {
  const faults = RESERVED.filter(({ what, where }) => !where.test(file) && what.test(text))
  return faults.map(({ what, instead }) => `must not use ${what.exec(text)?.[0]}: ${instead}`)
}

const prismaClient: Rule = ({ file, imports }) => {
  if (/^lib\/platform\/db\//.test(file) || TOOLS.test(file)) return
  const wrong = imports.filter(({ target, typeOnly }) => {
    if (/^@prisma\//.test(target)) return true
    return target.startsWith('generated/prisma') && !(typeOnly && file.startsWith('lib/platform/'))
  })
  if (file === 'prisma.config.ts') return
  return wrong.map(
    ({ target }) => `must not import ${target}: operations get their client as \`db\`, which adds the school`,
  )
}

export const reservedRules: Rule[] = [words, prismaClient]
