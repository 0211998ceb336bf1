import type { Permission } from './permissions'
import type { RequestMeta } from './request'

export type Actor =
  | { kind: 'user'; userId: string; name: string; membershipId: string | null; roles: string[] }
  | { kind: 'token'; userId: string; name: string; membershipId: string; roles: string[]; tokenId: string }
  | { kind: 'guardian'; guardianId: string; name: string; linkId: string }
  | { kind: 'system'; name: string }

export type Trace = { operation: string; ms: number; outcome: string }[]

/** A visit of the platform's people in a school: it ends by itself, and changes nothing unless it may. */
export type Support = { grantId: string; reason: string; mode: 'read' | 'full'; until: Date }

/**
 * Who acts, in which school, with which rights. Built in lib/platform/mint.ts only, from rows of ours;
 * an operation cannot run without one.
 */
export type SchoolContext = RequestMeta & {
  kind: 'school'
  schoolId: string
  school: { id: string; slug: string; name: string }
  /** What the platform has not opened for this school; lib/platform/modules.ts. */
  closedModules: readonly string[]
  /** Set while a superadmin visits; null for who belongs to the school. */
  support: Support | null
  actor: Actor
  permissions: ReadonlySet<Permission>
  locale: string
  trace: Trace
}

/** The platform's own people, in no school. */
export type PlatformContext = RequestMeta & {
  kind: 'platform'
  actor: { kind: 'user'; userId: string; name: string }
  permissions: ReadonlySet<Permission>
  locale: string
  trace: Trace
}

/** Nobody yet: signing in, resetting a password, accepting an invitation. */
export type PublicContext = RequestMeta & {
  kind: 'public'
  /** The signed-in person, for what belongs to a person and no school: own password, own sessions. */
  userId: string | null
  sessionId: string | null
  permissions: ReadonlySet<Permission>
  locale: string
  trace: Trace
}

export type AnyContext = SchoolContext | PlatformContext | PublicContext

/** The user behind the context, or null for a guardian, a job of the system, or nobody. */
export function userIdOf(ctx: AnyContext): string | null {
  if (ctx.kind === 'public') return ctx.userId
  return 'userId' in ctx.actor ? ctx.actor.userId : null
}

/** The membership that acts, or null for who is not a member: a superadmin, a guardian, the system. */
export const membershipIdOf = (ctx: SchoolContext): string | null =>
  'membershipId' in ctx.actor ? ctx.actor.membershipId : null
