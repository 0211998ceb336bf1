import { saveAchievements } from '@/lib/domain/gradebook/achievements/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveAchievements, {
  summary: 'Save the achievements of a course and period',
  tags: ['gradebook'],
})
