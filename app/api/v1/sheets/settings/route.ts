import { updateSheetSettings } from '@/lib/domain/sheets/settings/commands'
import { sheetSettings } from '@/lib/domain/sheets/settings/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(sheetSettings, { summary: 'Whether group sheets show places', tags: ['sheets'] })
export const PATCH = endpoint(updateSheetSettings, { summary: 'Show places in group sheets, or not', tags: ['sheets'] })
