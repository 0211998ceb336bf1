import { saveConsentText } from '@/lib/domain/families/consents/commands'
import { consentTexts } from '@/lib/domain/families/consents/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(consentTexts, { summary: 'Read the consent texts that hold now', tags: ['families'] })
export const POST = endpoint(saveConsentText, {
  summary: 'Save a consent text; changed words become a new version',
  tags: ['families'],
})
