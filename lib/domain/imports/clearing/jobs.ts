import { z } from 'zod'
import { platformClient } from '@/lib/platform/db/platform'
import { mintForJob } from '@/lib/platform/mint'
import { enqueuePlatformJob, platformJob } from '@/lib/platform/platform-job'
import { systemMeta } from '@/lib/platform/request'
import { clearImport } from './commands'
import { importsToClear } from './queries'
import { clearLimit } from './rules'

const name = 'imports.clear'

/** Removes what one school no longer needs of its imports; a message of its own, so that one that fails is tried alone. */
export const clearSchoolImportsJob = platformJob({
  name,
  input: z.object({ schoolId: z.string() }),
  run: async ({ schoolId }) => {
    const school = await platformClient().school.findFirst({
      where: { id: schoolId, isActive: true },
      select: { id: true },
    })
    if (!school) return
    const ctx = await mintForJob(schoolId, null, name, systemMeta())
    const { importIds } = await importsToClear.run(ctx, {})
    for (const importId of importIds) await clearImport.run(ctx, { importId })
  },
})

/** Every night: puts each open school that has something to remove into the queue. A closed one is kept as it stands. */
export const clearAllImportsJob = platformJob({
  name: 'imports.clearAll',
  input: z.object({}),
  schedule: '20 3 * * *',
  run: async () => {
    const db = platformClient()
    const schools = await db.importBatch.findMany({
      where: { clearedAt: null, createdAt: { lt: clearLimit(new Date()) }, school: { isActive: true } },
      distinct: ['schoolId'],
      select: { schoolId: true },
    })
    for (const { schoolId } of schools) await enqueuePlatformJob(db, clearSchoolImportsJob, { schoolId })
  },
})
