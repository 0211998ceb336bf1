import { updatePlan } from '@/lib/domain/academics/plans/commands'
import { readPlan } from '@/lib/domain/academics/plans/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readPlan, {
  summary: 'One study plan with the subjects of each grade',
  tags: ['academics'],
})
export const PATCH = endpoint(updatePlan, { summary: 'Change a plan’s name', tags: ['academics'] })
