import { createSubject } from '@/lib/domain/academics/subjects/commands'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listSubjects, { summary: 'The whole subject catalog', tags: ['academics'] })
export const POST = endpoint(createSubject, {
  summary: 'Add a subject to the catalog',
  tags: ['academics'],
  status: 201,
})
