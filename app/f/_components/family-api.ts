import type { Answer, Ticket, UploadDoor, Verdict } from '@/components/documents/send-document'

type Problem = { title: string; detail: string; errors?: { detail: string }[] }

/** Calls the guardian's door of the API; the cookie of the opened link goes along by itself. */
export async function familyCall<T>(path: string, body: object): Promise<Answer<T>> {
  const response = await fetch(`/api/v1/family/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (response.ok) return { ok: true, data: answer as T }
  const { title, detail, errors } = answer as Problem
  return { ok: false, code: title, message: errors?.[0]?.detail ?? detail }
}

export const familyUpload: UploadDoor = {
  register: (documentId, facts) => familyCall<Ticket>(`documents/${documentId}/files`, facts),
  finish: (documentId, fileId) => familyCall<Verdict>(`documents/${documentId}/files/${fileId}/finish`, {}),
}
