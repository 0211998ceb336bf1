import { exportMeetings } from '@/lib/domain/meetings/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportMeetings, {
  summary: "A year's evaluation meetings as a file",
  tags: ['meetings'],
  ...tableAnswer,
})
