import { z } from 'zod'
import { idField, requiredText, versionField } from '@/lib/shared/fields'
import { courseAndPeriod } from '../scores/schema'

/** One that is there already names its id and the version that was seen. */
const achievement = z.strictObject({
  achievementId: idField.nullish(),
  version: versionField.nullish(),
  text: requiredText(1000),
})

export const saveAchievementsInput = z.strictObject({
  ...courseAndPeriod,
  items: z.array(achievement).max(20, { error: 'validation.tooMany' }),
})

export const savedAchievements = z.object({
  items: z.array(z.object({ id: z.string(), text: z.string(), version: z.number().int() })),
})
