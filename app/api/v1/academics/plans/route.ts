import { createPlan } from '@/lib/domain/academics/plans/commands'
import { listPlans } from '@/lib/domain/academics/plans/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPlans, {
  summary: 'The study plans of a year with each grade’s hours',
  tags: ['academics'],
})
export const POST = endpoint(createPlan, { summary: 'Begin a study plan as a draft', tags: ['academics'], status: 201 })
