const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether PostgreSQL would take the text as a UUID in its usual form. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuidShape.test(text)
}
