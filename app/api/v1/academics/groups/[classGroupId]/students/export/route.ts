import { exportGroupStudents } from '@/lib/domain/academics/placements/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGroupStudents, {
  summary: "A group's students as a file",
  tags: ['placements'],
  ...tableAnswer,
})
