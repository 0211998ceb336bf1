import { fieldId } from '@/components/ui/field'
import { inPageOrder } from '@/components/ui/field-name'

/** Puts the focus on the topmost field of these paths. */
export function focusFirst(paths: readonly string[]): void {
  const [first] = inPageOrder(paths)
  if (first) document.getElementById(fieldId(first))?.focus()
}
