import { putFile } from '@/components/documents/put-file'
import { sha256Hex } from '@/components/documents/sha256'
import { type ImportKind, importTypes, MAX_IMPORT_BYTES } from '@/lib/domain/imports/schema'
import type { ActionResult } from '@/lib/platform/result'
import { beginImportAction, offerImportAction } from '../actions'

export type Target = { schoolYearId?: string; courseId?: string; periodId?: string }
export type FileFault = 'tooLarge' | 'empty' | 'wrongType' | 'oldType' | 'unreachable'
export type Sent = { ok: true; importId: string } | { ok: false; fault: FileFault } | { ok: false; message: string }

const [workbook, csv] = importTypes

/** What is wrong with a file before a byte of it leaves: a list of 100 MB need not travel to be refused. */
export function faultOf(file: File): FileFault | null {
  const name = file.name.toLowerCase()
  if (name.endsWith('.xls')) return 'oldType'
  if (!/\.(?:xlsx|csv|txt)$/.test(name)) return 'wrongType'
  if (file.size === 0) return 'empty'
  return file.size > MAX_IMPORT_BYTES ? 'tooLarge' : null
}

const refusal = (answer: ActionResult<unknown> | undefined): Sent | null => {
  if (!answer) return { ok: false, fault: 'unreachable' }
  return answer.ok ? null : { ok: false, message: Object.values(answer.error.fields ?? {})[0] ?? answer.error.message }
}

/** Announces the file, sends it straight to the store, and has it looked at. Never throws: what went wrong is the answer. */
export async function sendFile(
  slug: string,
  { kind, target, file }: { kind: ImportKind; target: Target; file: File },
  tell: (part: number) => void,
): Promise<Sent> {
  const fault = faultOf(file)
  if (fault) return { ok: false, fault }
  try {
    const sha256 = await sha256Hex(await file.arrayBuffer())
    const contentType = file.name.toLowerCase().endsWith('.xlsx') ? workbook : csv
    const facts = { fileName: file.name.slice(-200), contentType, size: file.size, sha256 }
    const offered = await offerImportAction(slug, { kind, target, ...facts })
    if (!offered.ok) return refusal(offered) as Sent
    // The store's name for the type is the one that was signed, whatever the browser calls it.
    const stored = await putFile(offered.data, new Blob([file], { type: contentType }), tell)
    if (stored !== 'stored') return { ok: false, fault: 'unreachable' }
    const begun = await beginImportAction(slug, { importId: offered.data.id })
    return refusal(begun) ?? { ok: true, importId: offered.data.id }
  } catch {
    return { ok: false, fault: 'unreachable' }
  }
}
