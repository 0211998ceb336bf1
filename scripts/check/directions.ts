import path from 'node:path'
import type { Import, Rule, Source } from './sources.ts'

type Direction = { from: RegExp; may: RegExp; instead: string }

const TYPES = /^lib\/platform\/(result|errors)$/

/** Which part of the program may read which other part; the first line that fits a file holds for it. */
const DIRECTIONS: Direction[] = [
  {
    from: /^lib\/shared\//,
    may: /^lib\/shared\//,
    instead: 'lib/shared stands alone: hand in what it needs as an argument',
  },
  {
    from: /^lib\/platform\//,
    may: /^(lib\/(platform|shared)|i18n|messages|generated)\//,
    instead: 'lib/platform knows no school: let the domain register itself, or hand it in',
  },
  {
    from: /^lib\/domain\/.*\/(schema|rules)\.ts$/,
    may: /^lib\/shared\/|^lib\/domain\/.*\/(schema|rules)$|^lib\/platform\/(errors|permissions)$/,
    instead: 'schema.ts and rules.ts also run in the browser: only lib/shared and other schemas and rules',
  },
  {
    from: /^lib\/domain\//,
    may: /^lib\/(platform|shared|domain)\//,
    instead: 'the domain knows no pages: return data, and let the door (page, action, route) do the rest',
  },
  {
    from: /^components\/ui\//,
    may: /^(components\/ui|lib\/shared|i18n)\//,
    instead: 'components/ui has no school words: take plain data and callbacks',
  },
  {
    from: /^components\//,
    may: /^(components\/(ui|layout|offline)|lib\/shared|i18n)\/|^lib\/domain\/.*\/(schema|rules)$/,
    instead: 'a component takes plain data in and an `action` prop out',
  },
  {
    from: /^app\//,
    may: /^(app|components|lib|i18n|messages)\/|^generated\/api-routes$/,
    instead: 'pages and routes call operations of lib/domain through the doors of lib/platform',
  },
]

const OTHERS_MAY_READ = /\/(queries|rules|schema|steps|policy)$/
const NOT_FOR_PAGES = /^lib\/domain\/.*\/(sql|steps|jobs)$|^lib\/platform\/(db|queue|job|worker|audit|outbox)(\/|$)/

const direction: Rule = ({ file, imports, isTest }) => {
  if (isTest) return
  const line = DIRECTIONS.find(({ from }) => from.test(file))
  if (!line) return
  const wrong = imports.filter((one) => isOurs(one) && !line.may.test(one.target) && !mayAnyway(file, one))
  return wrong.map(({ target }) => `must not import ${target}: ${line.instead}`)
}

const otherNouns: Rule = ({ file, imports, isTest }) => {
  const noun = nounOf(file)
  if (!noun || isTest) return
  const wrong = imports.filter(({ target }) => {
    const other = nounOf(target)
    return other && other !== noun && !OTHERS_MAY_READ.test(target)
  })
  return wrong.map(
    ({ target }) => `must not import ${target}: of another noun only its queries, rules, schema, steps, policy`,
  )
}

const doorsOnly: Rule = ({ file, imports }) => {
  if (!file.startsWith('app/')) return
  const wrong = imports.filter(({ target, typeOnly }) => NOT_FOR_PAGES.test(target) && !typeOnly)
  return wrong.map(
    ({ target }) => `must not import ${target}: call a query or a command through a door of lib/platform`,
  )
}

/** What lies in a folder with "_" before its name belongs to the route that the folder is in. */
const ownParts: Rule = ({ file, imports }) => {
  if (!file.startsWith('app/')) return
  const wrong = imports.filter(({ target }) => {
    const owner = /^(app\/.*?)\/_\w+\//.exec(target)?.[1]
    return owner !== undefined && !`${path.posix.dirname(file)}/`.startsWith(`${owner}/`)
  })
  return wrong.map(
    ({ target }) => `must not import ${target}: it belongs to that route; shared parts live in components/<noun>`,
  )
}

function mayAnyway(file: string, { target, typeOnly }: Import): boolean {
  if (!file.startsWith('components/')) return false
  const [, folder] = file.split('/')
  return target.startsWith(`components/${folder}/`) || (typeOnly && TYPES.test(target))
}

const isOurs = ({ target }: Import): boolean =>
  /^(app|components|i18n|lib|messages|prisma|scripts|tests|generated)\//.test(target)

const nounOf = (file: string): string | undefined => /^lib\/domain\/([^/]+)\//.exec(file)?.[1]

export const directionRules: Rule[] = [direction, otherNouns, doorsOnly, ownParts]

/** Circles of files below lib/ that read each other; types do not count, they are gone at run time. */
export function findCircles(sources: Source[]): string[][] {
  const files = new Map(
    sources.filter(({ file }) => file.startsWith('lib/')).map((source) => [stem(source.file), source]),
  )
  const circles: string[][] = []
  const finished = new Set<string>()
  const visit = (name: string, trail: string[]) => {
    if (trail.includes(name)) return void circles.push([...trail.slice(trail.indexOf(name)), name])
    if (finished.has(name)) return
    for (const { target, typeOnly } of files.get(name)?.imports ?? []) {
      if (!typeOnly && files.has(target)) visit(target, [...trail, name])
    }
    finished.add(name)
  }
  for (const name of files.keys()) visit(name, [])
  return circles
}

const stem = (file: string): string => file.replace(/\.tsx?$/, '')
