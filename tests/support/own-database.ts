import { Client } from 'pg'
import { inject } from 'vitest'
import '@/lib/platform/db/prisma'
import { TEMPLATE } from './services'

// Each test file runs on a fresh copy of the migrated template, named after its worker.
const { superuserUrl, ownerUrl, appUrl, storeEnv } = inject('services')
const name = `worker_${process.env.VITEST_POOL_ID ?? '1'}`

const client = new Client(superuserUrl)
await client.connect()
await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY OWNER athena_owner`)
// A copy does not take the rights on the database along.
await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
await client.query(`GRANT CONNECT ON DATABASE ${name} TO athena_app`)
await client.end()

const onCopy = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

Object.assign(process.env, {
  ...storeEnv,
  DATABASE_URL: onCopy(appUrl),
  DATABASE_OWNER_URL: onCopy(ownerUrl),
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'only-for-tests-0123456789abcdefghijklmnop',
  LOG_LEVEL: process.env.LOG_LEVEL || 'silent',
})
