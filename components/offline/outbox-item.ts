/** One change on its way to the server. The newest of a key counts; earlier ones that never left are forgotten. */
export type Call = {
  /** What the change is about: `score:<activity>:<enrollment>`. */
  key: string
  url: string
  method: 'PUT' | 'POST' | 'PATCH'
  body: unknown
  /** One per change: however often it is sent, the server does it once. */
  idempotencyKey: string
}

export type Refusal = {
  /** `conflict`: somebody else changed the same thing; `current` is what it is now. */
  kind: 'error' | 'conflict'
  status: number
  /** The server's code: `invalid`, `not_found`, `not_allowed_now`… */
  code: string
  /** A sentence for the person. */
  reason: string
  current?: unknown
}

/** As it is kept on the device. */
export type Waiting = {
  call: Call
  /** Typed after `call` had left; goes when the answer is there, for it may build on its version. */
  next?: Call
  /** `call` was sent at least once: whether it arrived is not known. */
  left: boolean
  /** Milliseconds since 1970; changes go in the order in which they were made. */
  at: number
  refusal?: Refusal
}

export type ItemState = 'pending' | 'sending' | 'error' | 'conflict'

/** What a page sees of a change that is not saved yet. */
export type Item = { key: string; state: ItemState; body: unknown; at: number; refusal?: Refusal }

/** Where the changes are kept; `owner` names outbox, school and person, so that nobody sends another's. */
export type OutboxStorage = {
  /** False when a closed page loses what was not sent. */
  durable: boolean
  load(owner: string): Promise<Waiting[]>
  save(owner: string, waiting: Waiting): Promise<void>
  /** Forgets the change unless another tab has put a newer one in its place. */
  drop(owner: string, call: Call): Promise<void>
}
