import type { Door } from './rows'

/** The doors through which lists come in, and records are made one. */
export const importPages: Record<string, Door> = {
  '/[school]/imports': { opens: 'imports.list' },
  '/[school]/imports/[importId]': { opens: 'imports.read', queries: ['?show=all', '?show=error'] },
  '/[school]/imports/new': { opens: 'imports.list', queries: ['?kind=scores'] },
  '/[school]/merges': { opens: 'merges.compare', queries: ['?entity=student&record={studentId}'] },
}

export const importHandlers: Record<string, Door> = {
  '/[school]/imports/[importId]/failures': { opens: 'imports.failures' },
  '/[school]/imports/template': { opens: 'imports.template', queries: ['?kind=students&format=csv'] },
}

export const importActions: Record<string, string> = {
  '[school]/imports/actions.ts#adjustImportAction': 'imports.adjust',
  '[school]/imports/actions.ts#beginImportAction': 'imports.begin',
  '[school]/imports/actions.ts#offerImportAction': 'imports.offer',
  '[school]/imports/actions.ts#repairRowsAction': 'imports.repair',
  '[school]/imports/actions.ts#runImportAction': 'imports.run',
  '[school]/imports/actions.ts#undoImportAction': 'imports.undo',
  '[school]/merges/actions.ts#mergeRecordsAction': 'merges.merge',
  '[school]/merges/actions.ts#unmergeRecordsAction': 'merges.undo',
}
