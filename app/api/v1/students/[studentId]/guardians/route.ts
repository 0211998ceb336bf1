import { linkGuardian } from '@/lib/domain/guardians/commands'
import { listFamily } from '@/lib/domain/guardians/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listFamily, { summary: 'Guardians of a student, first called first', tags: ['guardians'] })
export const POST = endpoint(linkGuardian, {
  summary: 'Tie a guardian to a student: by id, or upserted by document',
  tags: ['guardians'],
  status: 201,
})
