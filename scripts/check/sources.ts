import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Import = { target: string; typeOnly: boolean }

export type Source = {
  /** From the project's root, with "/". */
  file: string
  text: string
  lines: number
  isTest: boolean
  /** Modules it reads; those of this project as a path from the root without extension, packages by their name. */
  imports: Import[]
}

/** Why a rule exists and what to do instead, for one file. */
export type Fault = { file: string; message: string }

export type Rule = (source: Source) => string | string[] | undefined

const STATEMENT =
  /(?:^|\n)\s*(import|export)(\s+type)?\s[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g

/** Every TypeScript file of the project, read once. */
export function readSources(): Source[] {
  const files = globSync('{app,components,i18n,lib,prisma,scripts,tests}/**/*.{ts,tsx}').concat(globSync('*.ts'))
  return files
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      const isTest = /\.test\.tsx?$/.test(file) || file.startsWith('tests/')
      return { file, text, lines: text.split('\n').length - 1, isTest, imports: importsOf(file, text) }
    })
}

export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, , type, from, bare, dynamic]) => ({
    target: targetOf(file, from ?? bare ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }))
}

function targetOf(file: string, specifier: string): string {
  const plain = specifier.replace(/\.(ts|tsx|mjs)$/, '')
  if (plain.startsWith('@/')) return plain.slice(2)
  return plain.startsWith('.') ? path.posix.join(path.posix.dirname(file), plain) : plain
}
