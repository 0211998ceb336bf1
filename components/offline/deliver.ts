import { apiHeaders } from '@/components/layout/api-headers'
import type { Call, Refusal } from './outbox-item'

export type Outcome =
  | { kind: 'saved'; answer: unknown }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed_out' }
  /** No answer, or one that says "later"; `fault` when the server itself failed. */
  | { kind: 'later'; afterMs: number; fault: boolean }

type Problem = { title?: string; detail?: string; errors?: { detail: string }[]; current?: unknown }

const patienceMs = 15_000
/** Browsers send at most 64 kB after the page is gone, all calls together. */
const keepaliveBytes = 8_000
const laterStatus = new Set([408, 425, 429, 500, 502, 503, 504])

/** Sends one change and says what became of it. Never throws. */
export async function deliver(
  call: Call,
  from: { schoolId: string | undefined; personId: string | undefined },
  send: typeof fetch = fetch,
): Promise<Outcome> {
  const body = JSON.stringify(call.body)
  try {
    const response = await send(call.url, {
      method: call.method,
      body,
      // A ticked line counts even when the phone goes into the pocket at once.
      keepalive: body.length < keepaliveBytes,
      // Sign-in pages of school networks answer with a redirect.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...apiHeaders(from.schoolId),
        'content-type': 'application/json',
        'idempotency-key': call.idempotencyKey,
        // Somebody else may have signed in in another tab: the change must not go in that name.
        ...(from.personId ? { 'x-user-id': from.personId } : {}),
      },
    })
    return await readAnswer(response)
  } catch {
    return { kind: 'later', afterMs: 0, fault: false }
  }
}

async function readAnswer(response: Response): Promise<Outcome> {
  // What is not JSON was not said by us.
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? ''))
    return { kind: 'later', afterMs: 0, fault: response.status >= 500 }
  const answer: unknown = await response.json()
  if (response.ok) return { kind: 'saved', answer }
  if (response.status === 401) return { kind: 'signed_out' }
  const problem = answer as Problem
  if (laterStatus.has(response.status) || problem.title === 'in_progress')
    return {
      kind: 'later',
      afterMs: Number(response.headers.get('retry-after') ?? 0) * 1000 || 0,
      fault: response.status === 500,
    }
  return {
    kind: 'refused',
    refusal: {
      kind: problem.title === 'conflict' ? 'conflict' : 'error',
      status: response.status,
      code: problem.title ?? 'invalid',
      reason: problem.errors?.[0]?.detail ?? problem.detail ?? '',
      ...(problem.current === undefined ? {} : { current: problem.current }),
    },
  }
}
