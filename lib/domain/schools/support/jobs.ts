import { z } from 'zod'
import { writeAudit } from '@/lib/platform/audit'
import { platformClient } from '@/lib/platform/db/platform'
import { rowsAlone } from '@/lib/platform/db/rows'
import { mintForHistory } from '@/lib/platform/mint'
import { platformJob } from '@/lib/platform/platform-job'
import { systemMeta } from '@/lib/platform/request'
import { visitLine } from './steps'

/**
 * Writes the end of a visit whose time is over. The way in is closed by the clock (lib/platform/mint.ts), whether this runs or
 * not; what it adds is the line in the school's history.
 */
export const endSupportJob = platformJob({
  name: 'schools.endSupport',
  input: z.object({ schoolId: z.string(), grantId: z.string() }),
  run: async ({ schoolId, grantId }) => {
    const db = platformClient()
    const [grant, school] = await Promise.all([
      db.supportGrant.findFirst({ where: { schoolId, id: grantId } }),
      db.school.findFirst({ where: { id: schoolId }, select: { id: true, slug: true, name: true } }),
    ])
    if (!grant || grant.endedAt || !school || !grant.userId) return
    const known = { ...grant, userId: grant.userId }
    await rowsAlone(schoolId, async (rows) => {
      // Who ended it by hand a moment ago has written the line already.
      const [open] = await rows.find<{ ended_at: Date | null }>('support_grants', { id: grantId }, ['ended_at'])
      if (!open || open.ended_at) return
      await rows.update('support_grants', { id: grantId }, { ended_at: grant.expiresAt })
      const line = visitLine('end', known, { by: 'time' })
      await writeAudit(rows, mintForHistory(school, known, systemMeta()), [line])
    })
  },
})
