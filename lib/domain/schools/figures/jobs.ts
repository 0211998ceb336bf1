import { z } from 'zod'
import { platformClient } from '@/lib/platform/db/platform'
import { enqueuePlatformJob, platformJob } from '@/lib/platform/platform-job'
import { computeFigures } from './steps'

/** Counts in one school: a message of its own, so that one school that fails is tried again alone. */
export const countSchoolJob = platformJob({
  name: 'schools.countFigures',
  input: z.object({ schoolId: z.string() }),
  run: async ({ schoolId }) => {
    await computeFigures(schoolId)
  },
})

/** Every night, and when a superadmin asks: puts each open school's count into the queue. */
export const countAllJob = platformJob({
  name: 'schools.countAllFigures',
  input: z.object({}),
  // Before the day's upkeep and long before the first secretary.
  schedule: '40 2 * * *',
  run: async () => {
    const db = platformClient()
    const schools = await db.school.findMany({ where: { isActive: true }, select: { id: true } })
    for (const { id } of schools) await enqueuePlatformJob(db, countSchoolJob, { schoolId: id })
  },
})
