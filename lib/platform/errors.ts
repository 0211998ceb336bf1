/** Every way in which an operation can be refused, with its HTTP status. Closed: a new reason is added here or not at all. */
export const errorStatus = {
  invalid: 400,
  school_required: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  duplicate: 409,
  in_progress: 409,
  not_allowed_now: 409,
  link_unavailable: 410,
  too_large: 413,
  unsupported_type: 415,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

export type ErrorDetails = {
  /** Path of the input that is at fault, `guardians.0.phone`. */
  field?: string
  /** Key of the sentence in messages/<lang>/errors.json; the code's own sentence without it. */
  reason?: string
  /** Several fields at once: path → message key. */
  fields?: Record<string, string>
  /** The record as it is now, for a conflict. */
  current?: unknown
  /** Values that the sentence names, or that a program needs. Never another school's data. */
  data?: Record<string, unknown>
  cause?: unknown
}

/** A refusal that a person can be told about. Everything else that is thrown is a fault. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.reason ? `${code}: ${details.reason}` : code, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** Thrown by the tenant extension: a programming error that would have crossed schools. Never shown, always logged. */
export class TenancyError extends Error {
  override name = 'TenancyError'
}
