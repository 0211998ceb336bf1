import { z } from 'zod'
import { versionField } from '@/lib/shared/fields'

/** `school_settings.evaluation_settings`: whether group sheets show places. A school decides it; none has them unasked. */
export const evaluationSettings = z.object({ ranking: z.boolean().catch(false) })
export type EvaluationSettings = z.infer<typeof evaluationSettings>

/** What is stored, with the product's defaults for whatever the school has not chosen. */
export const readEvaluationSettings = (stored: unknown): EvaluationSettings => evaluationSettings.parse(stored ?? {})

export const storedSheetSettings = evaluationSettings.extend({ version: z.number() })
export const updateSheetSettingsInput = z.strictObject({ version: versionField, ranking: z.boolean() })
