import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SCHEMA = 'prisma/schema'
const MIGRATIONS = 'prisma/migrations'
const LOCK = 'provider = "postgresql"\n'

/** The Prisma schema's files, in a stable order. */
export function schemaFiles(): { path: string; content: string }[] {
  return globSync('*.prisma', { cwd: SCHEMA })
    .sort()
    .map((name) => {
      const file = path.join(SCHEMA, name)
      return { path: file, content: readFileSync(file, 'utf8') }
    })
}

/** The names of the migrations in the folder, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(MIGRATIONS)) return []
  return globSync('*/migration.sql', { cwd: MIGRATIONS })
    .map((file) => path.dirname(file))
    .sort()
}

/** The migrations folder in the form that Prisma's schema engine reads. */
export function migrationList() {
  return {
    baseDir: path.resolve(MIGRATIONS),
    lockfile: { path: 'migration_lock.toml', content: LOCK },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => {
      const value = readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  }
}

/** The statements that take a migration back. */
export const wayBack = (name: string): string => readFileSync(path.join(MIGRATIONS, name, 'down.sql'), 'utf8')

/** Writes a new migration folder named after the moment (UTC) and answers its path. */
export function writeMigration(name: string, sql: string): string {
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = path.join(MIGRATIONS, `${moment}_${name.replaceAll(/\W+/g, '_')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  writeFileSync(path.join(MIGRATIONS, 'migration_lock.toml'), LOCK)
  return folder
}
