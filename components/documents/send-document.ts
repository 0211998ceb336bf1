import { allowedFileTypes, MAX_FILE_BYTES } from '@/lib/shared/file-kind'
import { prepareFile } from './prepare-file'
import { putFile } from './put-file'
import { sha256Hex } from './sha256'

export type Ticket = { fileId: string; url: string; headers: Record<string, string> }
export type Verdict = { accepted: boolean; message: string | null }
/** `message` is a sentence for the person; `again` says whether trying the same file once more can help. */
export type Answer<T> = { ok: true; data: T } | { ok: false; message: string; code: string }

export type FileFacts = { fileName: string; size: number; contentType: string; sha256: string }

/** The two calls around the upload; the family's page and the office each have their own door to them. */
export type UploadDoor = {
  register: (documentId: string, facts: FileFacts) => Promise<Answer<Ticket>>
  finish: (documentId: string, fileId: string) => Promise<Answer<Verdict>>
}

export type SendStep = { at: 'preparing' } | { at: 'sending'; part: number } | { at: 'checking' }
export type Sent =
  | { ok: true }
  | { ok: false; message: string | null; code?: string; cause: SendFailure; again: boolean }
export type SendFailure = 'offline' | 'store' | 'refused' | 'unreadable' | 'tooLarge' | 'wrongType'

const failed = (cause: SendFailure, again = false): Sent => ({ ok: false, message: null, cause, again })

/** Refusals of the moment, after which the same file may be sent again. */
const passing = new Set(['unavailable', 'rate_limited', 'internal', 'in_progress', 'unauthenticated'])

const refused = (answer: { message: string; code: string }): Sent => ({
  ok: false,
  message: answer.message,
  code: answer.code,
  cause: answer.code === 'unavailable' ? 'store' : 'refused',
  again: passing.has(answer.code),
})

/**
 * Makes the file small enough, registers it, sends it to the store and asks the server to look at it.
 * An address that expired on the way is asked for again once. Never throws: what went wrong is the answer.
 */
export async function sendDocument(
  door: UploadDoor,
  documentId: string,
  file: File,
  tell: (step: SendStep) => void,
): Promise<Sent> {
  try {
    tell({ at: 'preparing' })
    const prepared = await prepareFile(file)
    if (prepared.body.size === 0) return failed('unreadable')
    if (prepared.body.size > MAX_FILE_BYTES) return failed('tooLarge')
    if (!allowedFileTypes.some((type) => type === prepared.contentType)) return failed('wrongType')
    const sha256 = await sha256Hex(await prepared.body.arrayBuffer())
    const { fileName, contentType } = prepared
    const facts = { fileName, contentType, size: prepared.body.size, sha256 }
    for (let attempt = 1; ; attempt += 1) {
      tell({ at: 'sending', part: 0 })
      const ticket = await reach(() => door.register(documentId, facts))
      if (!ticket) return failed('offline', true)
      if (!ticket.ok) return refused(ticket)
      const outcome = await putFile(ticket.data, prepared.body, (part) => tell({ at: 'sending', part }))
      if (outcome === 'refused' && attempt === 1) continue
      // Also when the store gave no answer: the server knows whether the file arrived, or the store is away.
      tell({ at: 'checking' })
      const verdict = await reach(() => door.finish(documentId, ticket.data.fileId))
      if (!verdict) return failed('offline', true)
      if (!verdict.ok) return refused(verdict)
      if (verdict.data.accepted) return { ok: true }
      return { ok: false, message: verdict.data.message, cause: 'refused', again: false }
    }
  } catch {
    // The phone gives up reading a file that was deleted or lies in a cloud it cannot reach.
    return failed('unreadable')
  }
}

const reach = async <T>(call: () => Promise<T>): Promise<T | null> => call().catch(() => null)
