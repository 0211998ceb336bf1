import type { Row } from '@/components/layout/table-row'
import { placeOf } from '@/components/students/place'
import { enrollmentTone } from '@/components/students/state-tone'
import type { StudentWords } from '@/components/students/words'
import type { StudentRow } from '@/lib/domain/students/schema'
import { showDocument } from '@/lib/shared/documents-id'

function stateOf(row: StudentRow, { t, enrollments }: StudentWords) {
  if (!row.isActive) return { tone: 'neutral' as const, text: t('list.inactive') }
  if (!row.status) return { tone: 'neutral' as const, text: t('list.notEnrolled') }
  return { tone: enrollmentTone(row.status), text: enrollments(`status.${row.status}` as 'status.active') }
}

/** Plain rows for the browser: words and states, nothing that it would have to work out. */
export function studentRows(items: StudentRow[], path: string, words: StudentWords): Row[] {
  return items.map((row) => ({
    id: row.id,
    href: `${path}/${row.id}`,
    cells: {
      name: row.fullName,
      document: showDocument(row.documentType, row.documentNumber),
      grade: placeOf(row.gradeLevel, row.groupCode, words.grades),
      status: stateOf(row, words),
      missing: row.missingCount || null,
    },
  }))
}
