import { listStudentFacets } from '@/lib/domain/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listStudentFacets, {
  summary: 'Years, grades and groups that the list can be narrowed to',
  tags: ['students'],
})
