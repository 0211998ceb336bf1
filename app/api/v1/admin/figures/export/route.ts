import { exportFigures } from '@/lib/domain/schools/figures/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportFigures, {
  summary: 'Figures of the schools, as a spreadsheet',
  tags: ['admin'],
  ...tableAnswer,
})
