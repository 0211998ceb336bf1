import type { Client } from 'pg'

export type Column = { table: string; column: string; type: string; required: boolean; fallback: boolean; own: string }
export type Index = { table: string; index: string; unique: boolean; primary: boolean; columns: string[] }
export type Key = {
  name: string
  from: string
  to: string
  columns: string[]
  targets: string[]
  /** As in pg_constraint: a no action, r restrict, c cascade, n set null, d set default. */
  onUpdate: string
  onDelete: string
}
export type Right = { table: string; column: string; inKey: boolean; update: boolean }
export type TableRight = { table: string; owns: boolean; truncate: boolean; trigger: boolean; references: boolean }

export type Catalogue = {
  tables: string[]
  columns: Column[]
  indexes: Index[]
  keys: Key[]
  /** What a distributed database refuses, each as "kind name on table". */
  forbidden: string[]
  role: string
  rights: Right[]
  tableRights: TableRight[]
  /** What the role may do to the database at large; nothing of it is right. */
  powers: string[]
}

const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
const namesOf = (numbers: string, table: string) =>
  `array(select coalesce(a.attname, '')::text from unnest(${numbers}) with ordinality x(num, place)
           left join pg_attribute a on a.attrelid = ${table} and a.attnum = x.num order by place)`

/** What the catalogue of a migrated database says about the tables in `public` and about the rights of `role`. */
export async function readCatalogue(client: Client, role: string): Promise<Catalogue> {
  const rows = async <T extends object>(text: string, values: unknown[] = []) =>
    (await client.query<T>(text, values)).rows
  const tables = await rows<{ name: string }>(`select relname as name from pg_class c where ${OURS} order by 1`)
  return {
    tables: tables.map(({ name }) => name),
    columns: await rows<Column>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
             a.attnotnull as required, a.atthasdef as fallback, a.attidentity::text || a.attgenerated::text as own
        from pg_attribute a join pg_class c on c.oid = a.attrelid
       where ${OURS} and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`),
    indexes: await rows<Index>(`
      select c.relname as table, i.relname as index, x.indisunique or x.indisexclusion as unique,
             x.indisprimary as primary, ${namesOf('x.indkey::int[]', 'c.oid')} as columns
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where ${OURS} order by 1, 2`),
    keys: await rows<Key>(`
      select k.conname as name, c.relname as from, f.relname as to, k.confupdtype as "onUpdate", k.confdeltype as "onDelete",
             ${namesOf('k.conkey', 'k.conrelid')} as columns, ${namesOf('k.confkey', 'k.confrelid')} as targets
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
       where k.contype = 'f' and ${OURS} order by 1`),
    forbidden: (
      await rows<{ what: string }>(`
      select 'trigger ' || tgname || ' on ' || c.relname::text as what from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where ${OURS} and not tgisinternal
      union all select 'rule ' || rulename || ' on ' || c.relname from pg_rewrite r join pg_class c on c.oid = r.ev_class
       where c.relnamespace = 'public'::regnamespace
      union all select 'sequence ' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
      union all select 'inheritance of ' || c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid where ${OURS}
      union all select 'function ' || proname from pg_proc p where p.pronamespace = 'public'::regnamespace
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
       order by 1`)
    ).map(({ what }) => what),
    role,
    rights: await rows<Right>(
      `select c.relname as table, a.attname as column, coalesce(a.attnum = any(k.conkey), false) as "inKey",
              has_column_privilege($1::name, c.oid, a.attnum, 'UPDATE') as update
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' where ${OURS}`,
      [role],
    ),
    tableRights: await rows<TableRight>(
      `select c.relname as table, pg_has_role($1::name, c.relowner, 'USAGE') as owns,
              has_table_privilege($1::name, c.oid, 'TRUNCATE') as truncate,
              has_table_privilege($1::name, c.oid, 'TRIGGER') as trigger,
              has_table_privilege($1::name, c.oid, 'REFERENCES') as references
         from pg_class c where ${OURS}`,
      [role],
    ),
    powers: (
      await rows<{ power: string }>(
        `select power from (values
           ('superuser', (select rolsuper from pg_roles where rolname = $1)),
           ('bypass of row rules', (select rolbypassrls from pg_roles where rolname = $1)),
           ('new roles', (select rolcreaterole from pg_roles where rolname = $1)),
           ('new databases', (select rolcreatedb from pg_roles where rolname = $1)),
           ('DDL in the database', has_database_privilege($1::name, current_database(), 'CREATE')),
           ('temporary tables', has_database_privilege($1::name, current_database(), 'TEMPORARY')),
           ('DDL in public', has_schema_privilege($1::name, 'public', 'CREATE'))) as all_of_them(power, held) where held`,
        [role],
      )
    ).map(({ power }) => power),
  }
}
