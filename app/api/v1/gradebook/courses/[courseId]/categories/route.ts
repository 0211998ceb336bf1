import { saveCategories } from '@/lib/domain/gradebook/categories/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveCategories, {
  summary: 'Save the categories of a course and period',
  tags: ['gradebook'],
})
