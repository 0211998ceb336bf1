'use server'

import { updateSheetSettings } from '@/lib/domain/sheets/settings/commands'
import { action } from '@/lib/platform/action'

export const updateSheetSettingsAction = action(updateSheetSettings, {
  revalidate: ({ school }) => [`/${school.slug}/sheets/[classGroupId]`],
})
