import { exportSubjects } from '@/lib/domain/academics/subjects/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportSubjects, {
  summary: 'The catalog of subjects as a file',
  tags: ['academics'],
  ...tableAnswer,
})
