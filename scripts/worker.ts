// npm run worker: background jobs and mails, as a process of its own beside the web server.
import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import '@/lib/platform/db/prisma'
import { closeDatabase } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { startWorker } from '@/lib/platform/worker'
import { main } from './console.ts'
import { loadEnvFile } from './env-file.ts'
import { Shutdown } from './program/shutdown.ts'

await main(async () => {
  const shutdown = new Shutdown()
  loadEnvFile()
  env()
  // A job is known once its file has been read.
  for (const file of globSync('lib/domain/**/jobs.ts').sort()) await import(pathToFileURL(path.resolve(file)).href)
  const stop = await startWorker()
  await shutdown.asked
  await stop()
  await closeDatabase()
  return 0
})
