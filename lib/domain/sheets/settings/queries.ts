import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { readSchoolSheets } from '../policy'
import { readEvaluationSettings, storedSheetSettings } from './schema'

/** Whether the school's group sheets show places. */
export const sheetSettings = query({
  name: 'sheets.settings',
  permission: readSchoolSheets,
  input: nothing,
  output: storedSheetSettings,
  run: async ({ db }) => {
    const row = await db.schoolSettings.findFirst({ where: {}, select: { version: true, evaluationSettings: true } })
    if (!row) throw new AppError('not_found')
    return { version: row.version, ...readEvaluationSettings(row.evaluationSettings) }
  },
})
