/** What a call of our own REST API says about itself; people with several schools must name theirs. */
export function apiHeaders(schoolId: string | undefined): Record<string, string> {
  return { accept: 'application/json', ...(schoolId ? { 'x-school-id': schoolId } : {}) }
}
