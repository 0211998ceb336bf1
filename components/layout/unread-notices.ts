import { apiHeaders } from './api-headers'

/** @returns how many notices wait, or undefined when the answer cannot be had now */
export async function unreadNotices(schoolId?: string): Promise<number | undefined> {
  try {
    const response = await fetch('/api/v1/notifications/unread', { headers: apiHeaders(schoolId) })
    const body: unknown = response.ok ? await response.json() : undefined
    if (typeof body !== 'object' || body === null || !('unread' in body)) return undefined
    return typeof body.unread === 'number' ? body.unread : undefined
  } catch {
    return undefined
  }
}

/** To be called after some were read. */
export function announceRead(): void {
  window.dispatchEvent(new Event('notices:read'))
}
