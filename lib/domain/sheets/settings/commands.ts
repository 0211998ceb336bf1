import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { readEvaluationSettings, storedSheetSettings, updateSheetSettingsInput } from './schema'

/** @throws AppError conflict with the settings as they are now */
export const updateSheetSettings = command({
  name: 'sheets.updateSettings',
  permission: 'config:institution',
  input: updateSheetSettingsInput,
  output: storedSheetSettings,
  run: async ({ db, ctx, input: { version, ...next }, audit }) => {
    const columns = { version: true, evaluationSettings: true } as const
    const row = await db.schoolSettings.findFirst({ where: {}, select: columns })
    if (!row) throw new AppError('not_found')
    const before = readEvaluationSettings(row.evaluationSettings)
    const { count } = await db.schoolSettings.updateMany({
      where: { version },
      data: { evaluationSettings: { ...(row.evaluationSettings as object), ...next }, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', { current: { version: row.version, ...before } })
    audit({
      action: 'sheets.updateSettings',
      entity: 'school',
      entityId: ctx.schoolId,
      ...changed<Record<string, unknown>>(before, next),
    })
    return { version: version + 1, ...next }
  },
})
