'use server'

import { exportOwnSchool, fetchOwnExport } from '@/lib/domain/schools/removal/own/commands'
import { action } from '@/lib/platform/action'

export const exportOwnSchoolAction = action(exportOwnSchool, {
  revalidate: ({ school }) => [`/${school.slug}/settings/data`],
})
export const fetchOwnExportAction = action(fetchOwnExport)
