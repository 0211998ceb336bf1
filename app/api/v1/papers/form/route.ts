import { readCertificateForm } from '@/lib/domain/papers/certificates/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCertificateForm, {
  summary: 'What a certificate for a student may say and who may sign it',
  tags: ['papers'],
})
