import { readTodo } from '@/lib/domain/dashboard/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readTodo, { summary: 'What waits for this person', tags: ['dashboard'] })
