import { fieldId } from './field'

/**
 * The words that the page itself uses for a field: its name for who does not see its row, its label, or its group's legend.
 * Browser only.
 */
export function fieldName(path: string): string | undefined {
  const control = document.getElementById(fieldId(path))
  const said = control?.getAttribute('aria-label')
  if (said) return said
  const words =
    document.querySelector(`label[for="${fieldId(path)}"]`)?.firstChild ??
    control?.querySelector(':scope > legend') ??
    control?.closest('label')?.querySelector('span')?.firstChild ??
    control?.closest('fieldset')?.querySelector('legend')
  return words?.textContent?.trim() || undefined
}

/** Paths in the order in which their fields stand on the page; those without a field last. */
export function inPageOrder(paths: readonly string[]): string[] {
  const place = (path: string) => document.getElementById(fieldId(path))
  return [...paths].sort((a, b) => {
    const [first, second] = [place(a), place(b)]
    if (!first || !second) return first ? -1 : second ? 1 : 0
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}
