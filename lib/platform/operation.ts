import { z } from 'zod'
import { type AuditEntry, writeAudit, writePlatformAudit, writeReads } from './audit'
import type { AnyContext, PlatformContext, PublicContext, SchoolContext } from './context'
import { database } from './db/client'
import { type PlatformDb, platformClient } from './db/platform'
import { rowsAlone, rowsWithin, type SchoolRows } from './db/rows'
import { type Sql, schoolSql } from './db/sql'
import { type Directory, directoryOf, type TenantClient, type Transaction, tenantClient } from './db/tenant'
import { translateDatabaseError } from './db/translate'
import { AppError } from './errors'
import { claimKey, type Idempotency, keepAnswer } from './idempotency'
import { type EnqueueOptions, enqueueJob, type JobDefinition } from './job'
import { type Notice, notify } from './notify'
import { type MailMessage, queueMail, queuePlatformMail } from './outbox'
import { can, type Permission } from './permissions'
import { refuseStanding } from './standing'
import { inputError } from './validation'

export type Scope = 'school' | 'platform' | 'public'

type ContextOf = { school: SchoolContext; platform: PlatformContext; public: PublicContext }

type Reading<S extends Scope> = S extends 'school'
  ? {
      db: TenantClient
      sql: Sql
      /** A line of the history for a read of sensitive data (Ley 1581 de 2012, arts. 5 and 6): without it no answer. */
      audit: (entry: AuditEntry) => void
    }
  : { db: PlatformDb }
type Writing<S extends Scope> = (S extends 'school'
  ? {
      db: TenantClient
      sql: Sql
      directory: Directory
      rows: SchoolRows
      enqueue: <I>(job: JobDefinition<I>, input: I, options?: EnqueueOptions) => Promise<string>
      /** A word to people of the school, seen when, and only when, the change is saved. */
      notify: (notice: Notice) => Promise<void>
    }
  : { db: PlatformDb }) & {
  /** A line of the history, written with the change or not at all. */
  audit: (entry: AuditEntry) => void
  /** A mail that leaves when, and only when, the change is saved. */
  mail: (message: MailMessage) => Promise<void>
}

/** What a command's steps in other files work with: the caller's transaction, its history, its mails. */
export type CommandCall = Writing<'school'> & { ctx: SchoolContext }

type Spec<S extends Scope, I extends z.ZodType, O extends z.ZodType, Tools> = {
  name: string
  /** One of these suffices; none: everybody whom the scope lets in. */
  permission?: Permission | readonly Permission[]
  input: I
  output: O
  /** A command that writes nothing but its line in the history: a closed module stays open for it, as for a query. */
  onlyTells?: boolean
  run: (call: { ctx: ContextOf[S]; input: z.output<I> } & Tools) => Promise<z.input<O>>
}

export type RunOptions = { idempotency?: Idempotency }

export type Operation<S extends Scope = Scope, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'command'
  scope: S
  name: string
  permissions: readonly Permission[]
  input: I
  output: O
  run: (ctx: ContextOf[S], raw: unknown, options?: RunOptions) => Promise<z.output<O>>
}

const operations = new Map<string, Operation>()
/** Every operation whose module has been loaded, by name: the tests and the documentation are built from it. */
export const registeredOperations = (): ReadonlyMap<string, Operation> => operations

function define<S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  kind: 'query' | 'command',
  scope: S,
  spec: Omit<Spec<S, I, O, unknown>, 'run'>,
  perform: (ctx: ContextOf[S], input: z.output<I>, options: RunOptions) => Promise<unknown>,
): Operation<S, I, O> {
  const needed = ([] as Permission[]).concat(spec.permission ?? [])
  async function run(ctx: ContextOf[S], raw: unknown, options: RunOptions = {}): Promise<z.output<O>> {
    const began = performance.now()
    let outcome = 'ok'
    try {
      if (ctx.kind !== scope) throw new AppError('forbidden')
      const parsed = spec.input.safeParse(raw ?? {})
      if (!parsed.success) throw inputError(parsed.error)
      if (needed.length > 0 && !needed.some((permission) => can(ctx.permissions, permission)))
        throw new AppError('forbidden')
      if (kind === 'command' && ctx.kind === 'school') refuseStanding(ctx, spec)
      return spec.output.parse(await perform(ctx, parsed.data, options))
    } catch (error) {
      const known = translateDatabaseError(error)
      outcome = known instanceof AppError ? known.code : 'fault'
      throw known
    } finally {
      ;(ctx as AnyContext).trace.push({
        operation: spec.name,
        ms: Math.round((performance.now() - began) * 10) / 10,
        outcome,
      })
    }
  }
  const operation: Operation<S, I, O> = {
    kind,
    scope,
    name: spec.name,
    permissions: needed,
    input: spec.input,
    output: spec.output,
    run,
  }
  operations.set(spec.name, operation as unknown as Operation)
  return operation
}

/** A read of one school. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<'school', I, O, Reading<'school'>>,
): Operation<'school', I, O> {
  return define('query', 'school', spec, async (ctx, input) => {
    const lines: AuditEntry[] = []
    const result = await spec.run({
      ctx,
      input,
      // Extending the client costs more than a hot read in SQL, which has no use for it.
      get db() {
        return tenantClient(ctx.schoolId) as unknown as TenantClient
      },
      sql: schoolSql(ctx.schoolId),
      audit: (entry) => void lines.push(entry),
    })
    if (lines.length > 0) await rowsAlone(ctx.schoolId, (rows) => writeReads(rows, ctx, lines))
    return result
  })
}

const patience = { maxWait: 3000, timeout: 15_000 }

/** What a command does before its transaction opens, so that no transaction waits for the object store or a long read. */
type Preparing<I extends z.ZodType, P, Tools> = {
  prepare?: (call: { ctx: SchoolContext; input: z.output<I>; sql: Sql } & Tools) => Promise<P>
}

/** A change in one school: one transaction with its history, its mails and its jobs. */
export function command<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  spec: Preparing<I, P, { db: TenantClient }> & Spec<'school', I, O, Writing<'school'> & { prepared: P }>,
): Operation<'school', I, O> {
  return define('command', 'school', spec, async (ctx, input, { idempotency }) => {
    const outside = tenantClient(ctx.schoolId)
    const sql = schoolSql(ctx.schoolId)
    const prepared = (await spec.prepare?.({ ctx, input, db: outside as unknown as TenantClient, sql })) as P
    return outside.$transaction(async (client) => {
      const tx = client as unknown as Transaction
      const rows = rowsWithin(tx, ctx.schoolId)
      const mail = (message: MailMessage) => queueMail(tx, ctx, message)
      return onceAndTold({ rows, ctx, spec, idempotency }, (audit) =>
        spec.run({
          ...{ ctx, input, prepared, db: tx, sql, rows, audit, mail },
          directory: directoryOf(tx),
          notify: (notice) => notify({ db: tx, rows, ctx, mail }, notice),
          enqueue: (job, data, options) => enqueueJob(tx, ctx, job, data, options),
        }),
      )
    }, patience)
  })
}

type Told = {
  rows: SchoolRows
  ctx: SchoolContext
  spec: { name: string; output: z.ZodType }
  idempotency: Idempotency | undefined
}

/** Runs a change once for each idempotency key, and writes its history beside it. */
async function onceAndTold(
  { rows, ctx, spec, idempotency }: Told,
  run: (audit: (entry: AuditEntry) => void) => Promise<unknown>,
): Promise<unknown> {
  if (idempotency) {
    const earlier = await claimKey(rows, ctx, spec.name, idempotency)
    if (earlier) return earlier.response
  }
  const lines: AuditEntry[] = []
  const result = await run((entry) => void lines.push(entry))
  if (lines.length > 0) await writeAudit(rows, ctx, lines)
  if (idempotency) await keepAnswer(rows, ctx, idempotency, spec.output.parse(result))
  return result
}

/** What a quick command works with. */
export type QuickCall = Pick<CommandCall, 'ctx' | 'sql' | 'rows' | 'audit'>

/**
 * A change that many people make every few seconds, a cell or a tick: as `command`, with `rows` and without the client, whose
 * transaction costs three times as much.
 */
export function quickCommand<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  spec: Preparing<I, P, unknown> & Spec<'school', I, O, QuickCall & { prepared: P }>,
): Operation<'school', I, O> {
  return define('command', 'school', spec, async (ctx, input, { idempotency }) => {
    const sql = schoolSql(ctx.schoolId)
    const prepared = (await spec.prepare?.({ ctx, input, sql })) as P
    return rowsAlone(ctx.schoolId, (rows) =>
      onceAndTold({ rows, ctx, spec, idempotency }, (audit) => spec.run({ ctx, input, prepared, sql, rows, audit })),
    )
  })
}

/** A read of the platform: `scope: 'platform'` for superadmins, `'public'` for what needs no school. */
export function platformQuery<S extends 'platform' | 'public', I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<S, I, O, Reading<S>> & { scope: S },
): Operation<S, I, O> {
  return define('query', spec.scope, spec, (ctx, input) => spec.run({ ctx, input, db: platformClient() } as never))
}

/** A change of the platform, with its line in the platform's history. */
export function platformCommand<
  S extends 'platform' | 'public',
  I extends z.ZodType,
  O extends z.ZodType,
  P = undefined,
>(
  spec: { prepare?: (call: { ctx: ContextOf[S]; input: z.output<I> }) => Promise<P> } & Spec<
    S,
    I,
    O,
    Writing<S> & { prepared: P }
  > & { scope: S },
): Operation<S, I, O> {
  return define('command', spec.scope, spec, async (ctx, input) => {
    const prepared = await spec.prepare?.({ ctx, input })
    return database().prisma.$transaction(async (tx) => {
      const lines: AuditEntry[] = []
      const result = await spec.run({
        ...{ ctx, input, prepared, db: tx },
        audit: (entry: AuditEntry) => void lines.push(entry),
        mail: (message: MailMessage) => queuePlatformMail(tx as unknown as Transaction, message),
      } as never)
      if (lines.length > 0) await writePlatformAudit(tx, ctx, lines)
      return result
    }, patience)
  })
}

export const nothing = z.strictObject({})
export const done = z.object({ ok: z.literal(true) })
