/** A decimal text as it is read: at least one decimal, a comma in Spanish. */
export function figure(value: string, locale: string): string {
  const text = value.includes('.') ? value : `${value}.0`
  return locale.startsWith('es') ? text.replace('.', ',') : text
}
