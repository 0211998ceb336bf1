import { listSimulationGroups } from '@/lib/domain/evaluation/simulation/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listSimulationGroups, {
  summary: 'List the groups to simulate a version on',
  tags: ['evaluation'],
})
