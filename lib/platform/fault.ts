type Cause = { originalCode?: unknown; kind?: unknown; constraint?: unknown; table?: unknown }

const textual = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value)

/**
 * The messages of the database, of Prisma and of parsers quote values: a document number of a duplicate row, a piece of
 * the body. Of those only codes and the names of constraints and tables are kept.
 */
function quotesValues(error: Error): boolean {
  return error.name.startsWith('Prisma') || isDatabaseError(error) || error instanceof SyntaxError
}

const isDatabaseError = (error: Error): boolean =>
  error.name === 'DriverAdapterError' || 'severity' in error || 'routine' in error

/** What the log keeps of a fault: enough to find it, nothing of a person. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, constraint, table, meta, cause } = error as Error & {
    code?: unknown
    constraint?: unknown
    table?: unknown
    meta?: { modelName?: unknown; driverAdapterError?: { cause?: Cause } }
  }
  const quoting = quotesValues(error)
  const inner: Cause = meta?.driverAdapterError?.cause ?? (isDatabaseError(error) ? ((cause ?? {}) as Cause) : {})
  return {
    name: error.name,
    code: textual(code ?? inner.originalCode ?? inner.kind),
    constraint: textual(constraint ?? inner.constraint),
    table: textual(table ?? inner.table ?? meta?.modelName),
    ...(quoting ? {} : { message: error.message.slice(0, 300) }),
    places: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at \S/.test(line))
      .slice(0, 12),
  }
}
