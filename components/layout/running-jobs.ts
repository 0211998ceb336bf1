import { apiHeaders } from './api-headers'

/** @returns how many jobs run, or undefined when the answer cannot be had now */
export async function runningJobs(url: string, schoolId?: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { headers: apiHeaders(schoolId) })
    const body: unknown = response.ok ? await response.json() : undefined
    if (typeof body !== 'object' || body === null || !('running' in body)) return undefined
    return typeof body.running === 'number' ? body.running : undefined
  } catch {
    return undefined
  }
}

/** To be called after an action that enqueued something. */
export function announceJob(): void {
  window.dispatchEvent(new Event('jobs:started'))
}
