import { queueSchema } from '../queues'
import { database } from './client'

export type DatabaseState = {
  version: string
  connections: number
  mostConnections: number
  sizeBytes: number
  /** Of the transaction that has been open longest, ours apart. */
  longestSeconds: number
  longTransactions: number
  waitingForLocks: number
}

type Row = {
  version: string
  connections: number
  most: number
  size: string
  longest: number
  long_ones: number
  locks: number
}

/** How the database is, from its own statistics; no table of anybody is read. */
export async function databaseState(): Promise<DatabaseState> {
  const { rows } = await database().pool.query<Row>(`
    select current_setting('server_version') as version, current_setting('max_connections')::int as most,
           pg_database_size(current_database()) as size, count(*)::int as connections,
           coalesce(max(extract(epoch from now() - xact_start)) filter (where state <> 'idle'), 0)::int as longest,
           (count(*) filter (where state <> 'idle' and xact_start < now() - interval '1 minute'))::int as long_ones,
           (count(*) filter (where wait_event_type = 'Lock'))::int as locks
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
  const row = rows[0]!
  return {
    version: row.version,
    connections: row.connections + 1,
    mostConnections: row.most,
    sizeBytes: Number(row.size),
    longestSeconds: row.longest,
    longTransactions: row.long_ones,
    waitingForLocks: row.locks,
  }
}

/** Since when the oldest message of each queue has been due and not begun, in minutes. */
export async function oldestWaiting(): Promise<Map<string, number>> {
  const { rows } = await database().pool.query<{ name: string; minutes: number }>(`
    select name, floor(extract(epoch from now() - min(greatest(start_after, created_on))) / 60)::int as minutes
      from ${queueSchema}.job where state in ('created', 'retry') and start_after <= now() group by name`)
  return new Map(rows.map(({ name, minutes }) => [name, minutes]))
}
