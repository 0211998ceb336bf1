import type { AuditChange, AuditLine } from './schema'

/** What people look for in a history; a line that is none of the others is a change. */
export const lineKinds = ['creation', 'change', 'removal', 'read', 'export'] as const
export type LineKind = (typeof lineKinds)[number]

/** The verbs, after the dot of an action, of each kind. */
export const verbsOf: Record<Exclude<LineKind, 'change'>, readonly string[]> = {
  creation: ['create', 'add', 'enroll', 'issue', 'invite', 'import', 'copy', 'copyStructure', 'generateCourses'],
  removal: ['remove', 'removeLogo', 'removeDecision', 'unlink', 'annul', 'revoke', 'discard', 'detach', 'purge'],
  read: ['readHealth', 'open', 'print', 'openZip'],
  export: [
    ...[
      'export',
      'exportFailing',
      'exportLevels',
      'exportMonth',
      'exportStudents',
      'exportCorrections',
      'exportOverview',
    ],
    ...['fetchExport', 'pack'],
  ],
}

/** Derived or technical: their change says nothing that another field's does not. */
const silent = new Set(['id', 'version', 'fullName', 'searchText', 'createdAt', 'updatedAt', 'schoolId'])

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * What a line of the history changed, field by field, in the order in which it was written.
 * Empty for what was created, removed or merely done: there the sentence says it all.
 */
export function changesOf(line: Pick<AuditLine, 'before' | 'after'>): AuditChange[] {
  const { before, after } = line
  if (!before || !after) return []
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields
    .filter((field) => !silent.has(field) && !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

/** The simple values of a line, for the blanks of its sentence: the later state wins. */
export function blanksOf(line: Pick<AuditLine, 'before' | 'after'>): Record<string, string | number | boolean> {
  const simple = Object.entries({ ...line.before, ...line.after }).filter(
    (entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]),
  )
  return Object.fromEntries(simple)
}
