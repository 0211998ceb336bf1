import { exportOwnSchool } from '@/lib/domain/schools/removal/own/commands'
import { listOwnExports } from '@/lib/domain/schools/removal/own/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listOwnExports, { summary: 'Complete copies of the own school', tags: ['school'] })
export const POST = endpoint(exportOwnSchool, {
  status: 201,
  summary: 'Have a complete copy of the own school prepared: rows and files in one ZIP',
  tags: ['school'],
})
