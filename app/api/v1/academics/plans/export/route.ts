import { exportPlans } from '@/lib/domain/academics/plans/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportPlans, {
  summary: "A year's study plans as a file, a line for each subject of a grade",
  tags: ['academics'],
  ...tableAnswer,
})
