import { exportGroups } from '@/lib/domain/academics/groups/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGroups, {
  summary: "A year's groups as a file",
  tags: ['academics'],
  ...tableAnswer,
})
