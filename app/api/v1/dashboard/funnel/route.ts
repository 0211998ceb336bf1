import { readFunnel } from '@/lib/domain/dashboard/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readFunnel, { summary: 'Enrollments of a year by grade and state', tags: ['dashboard'] })
