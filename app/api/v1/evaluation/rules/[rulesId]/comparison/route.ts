import { compareVersions } from '@/lib/domain/evaluation/versions/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(compareVersions, { summary: 'Compare two versions in words', tags: ['evaluation'] })
