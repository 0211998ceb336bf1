import { exportFigures } from '@/lib/domain/schools/figures/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportFigures, {
  summary: 'Figures of the schools, as a spreadsheet',
  tags: ['admin'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
