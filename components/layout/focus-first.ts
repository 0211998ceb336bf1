import { fieldId } from '@/components/ui/field'

/** Puts the focus on the topmost field of these paths. */
export function focusFirst(paths: readonly string[]): void {
  if (paths.length === 0) return
  const fields = paths.map((path) => document.getElementById(fieldId(path))).filter((field) => field !== null)
  const [first] = fields.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  first?.focus()
}
