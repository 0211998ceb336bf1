import { putFile } from '@/components/documents/put-file'
import { sha256Hex } from '@/components/documents/sha256'
import { logoTypes, MAX_LOGO_BYTES } from '@/lib/domain/schools/branding/rules'
import type { ActionResult } from '@/lib/platform/result'

export type PictureProblem = 'type' | 'tooLarge' | 'empty' | 'store' | 'offline'

type Ticket = { url: string; method: 'PUT'; headers: Record<string, string>; expiresAt: string }
export type Prepare = (file: { size: number; contentType: string; sha256: string }) => Promise<ActionResult<Ticket>>

/** Puts a picture straight into the store. @returns why it could not, or undefined */
export async function sendPicture(
  prepare: Prepare,
  file: File,
  onProgress: (part: number) => void,
): Promise<PictureProblem | { message: string } | undefined> {
  if (file.size === 0) return 'empty'
  if (file.size > MAX_LOGO_BYTES) return 'tooLarge'
  if (!logoTypes.some((type) => type === file.type)) return 'type'
  const sha256 = await sha256Hex(await file.arrayBuffer())
  const ticket = await prepare({ size: file.size, contentType: file.type, sha256 })
  if (!ticket.ok) return { message: ticket.error.message }
  const outcome = await putFile(ticket.data, file, onProgress)
  return outcome === 'stored' ? undefined : 'store'
}
