import { defineConfig } from 'prisma/config'

// Used for `prisma generate` and `prisma validate` only: migrations run through scripts/migrate.ts, which needs no
// engine download, with the same files and the same _prisma_migrations table.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
