'use server'

import { adjustImport, beginImport, offerImport, runImport, undoImport } from '@/lib/domain/imports/commands'
import { repairRows } from '@/lib/domain/imports/rows/commands'
import { action } from '@/lib/platform/action'

export const offerImportAction = action(offerImport)
export const beginImportAction = action(beginImport)
export const adjustImportAction = action(adjustImport)
export const repairRowsAction = action(repairRows)
export const runImportAction = action(runImport)
export const undoImportAction = action(undoImport)
