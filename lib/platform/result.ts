import type { ErrorCode } from './errors'

export type ActionError = {
  code: ErrorCode
  /** A sentence for the person, already in their language. */
  message: string
  /** Path of the field → sentence. */
  fields?: Record<string, string>
  /** The record as somebody else saved it, on a conflict. */
  current?: unknown
  data?: Record<string, unknown>
  requestId: string
}

/** What a server action answers: refusals are values, faults are thrown. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError }
