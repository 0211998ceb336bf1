import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const BUILD_INPUTS = [
  '{app,components,i18n,lib,messages,public}/**/*',
  'prisma/schema/*.prisma',
  '*.{ts,mjs}',
  'tsconfig.json',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$|^(vitest|playwright|prisma)\.config\.ts$|^next-env\.d\.ts$/

/** Changes when, and only when, something that `next build` reads has changed. */
export function buildFingerprint(): string {
  return fingerprint(BUILD_INPUTS, `compress ${process.env.TRUST_PROXY !== 'true'}`)
}

/** Changes with the Prisma schema and the version of Prisma. */
export function clientFingerprint(): string {
  return fingerprint(['prisma/schema/*.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
}

function fingerprint(patterns: string[], salt = ''): string {
  const hash = createHash('sha256').update(salt)
  for (const file of globSync(patterns).sort()) {
    if (NOT_BUILT.test(file) || !statSync(file).isFile()) continue
    hash.update(`\n${file}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** The fingerprint that a finished result carries, or an empty text. */
export function readStamp(folder: string): string {
  const file = path.join(folder, 'athena-fingerprint')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

export function writeStamp(folder: string, fingerprint: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'athena-fingerprint'), fingerprint)
}
