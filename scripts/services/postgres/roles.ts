import { Client } from 'pg'
import type { Secrets } from '../secrets.ts'

export const OWNER = 'athena_owner'
export const APP = 'athena_app'
export const DATABASE = 'athena'

/**
 * The two roles and the database: the owner runs migrations (CREATEDB only for the shadow database of `migrate new`),
 * the application may connect and gets its table rights from the migration's grants.
 */
export async function prepareRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  const client = new Client(superuserUrl)
  await client.connect()
  try {
    await ensureRole(client, OWNER, 'LOGIN CREATEDB', secrets.ownerPassword)
    await ensureRole(client, APP, 'LOGIN', secrets.appPassword)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`)
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP}`)
  } finally {
    await client.end()
  }
}

/** Throws the database away, with whoever is connected to it. */
export async function dropDatabase(superuserUrl: string): Promise<void> {
  const client = new Client(superuserUrl)
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
  await client.end()
}

async function ensureRole(client: Client, name: string, rights: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(`${verb} ROLE ${name} WITH ${rights} PASSWORD ${client.escapeLiteral(password)}`)
}

/** The superuser's address with the database of another one. */
export function inDatabase(superuserUrl: string, databaseUrl: string): string {
  const url = new URL(superuserUrl)
  url.pathname = new URL(databaseUrl).pathname
  return url.href
}
