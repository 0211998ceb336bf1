import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { can, type Permission } from '@/lib/platform/permissions'
import { type ImportKind, importKinds } from './schema'

const needs: Record<ImportKind, Permission> = {
  students: 'write:enrollment',
  users: 'manage:users',
  scores: 'write:grades',
}

/** One of these lets somebody import something; which kind, `allowKind` says. */
export const importers: Permission[] = Object.values(needs)

export const kindsOf = (ctx: SchoolContext): ImportKind[] =>
  importKinds.filter((kind) => can(ctx.permissions, needs[kind]))

/** Who enrolls sees every list of students that was imported; scores are shown to who imported them. */
export function visibleImports(ctx: SchoolContext) {
  return {
    OR: kindsOf(ctx).map((kind) => ({
      kind,
      ...(kind === 'scores' && !can(ctx.permissions, 'write:all') ? { createdBy: userIdOf(ctx) } : {}),
    })),
  }
}

/** @throws AppError forbidden */
export function allowKind(ctx: SchoolContext, kind: ImportKind): void {
  if (!can(ctx.permissions, needs[kind])) throw new AppError('forbidden', { field: 'kind' })
}
