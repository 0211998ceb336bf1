import { exportGroupCards } from '@/lib/domain/report-cards/batch/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGroupCards, {
  summary: "A group's students with their report cards as a file",
  tags: ['report-cards'],
  ...tableAnswer,
})
