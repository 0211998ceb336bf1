// Fills an empty database with the demo and writes its logins to the file given; `npm start` and `npm test` call it.
import { writeFileSync } from 'node:fs'
import { closeDatabase } from '@/lib/platform/db/client'
import { main, ScriptError } from './console.ts'

await main(async () => {
  const [target] = process.argv.slice(2)
  if (!target) throw new ScriptError('Usage: seed.ts <file for the logins>')
  const { seedDemo } = await import('@/prisma/seed')
  const logins = await seedDemo()
  await closeDatabase()
  writeFileSync(target, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  return 0
})
