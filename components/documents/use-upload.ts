'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { type SendFailure, type SendStep, sendDocument, type UploadDoor } from './send-document'

export type UploadState =
  | { phase: 'idle' }
  | { phase: 'busy'; step: SendStep; fileName: string }
  /** `file` is kept, so that trying again needs no new photo. */
  | { phase: 'failed'; cause: SendFailure; message: string | null; code?: string; again: boolean; file: File }
  | { phase: 'sent' }

/** One document's upload: what is going on, and what starts it. The page is asked for again when the server has the file. */
export function useUpload(door: UploadDoor, documentId: string) {
  const router = useRouter()
  const [state, setState] = useState<UploadState>({ phase: 'idle' })
  const [, refresh] = useTransition()
  async function send(file: File) {
    const sent = await sendDocument(door, documentId, file, (step) =>
      setState({ phase: 'busy', step, fileName: file.name }),
    )
    if (!sent.ok) return setState({ phase: 'failed', file, ...sent })
    setState({ phase: 'sent' })
    // Long enough to be read before the row changes its place and look.
    await new Promise((resolve) => setTimeout(resolve, 900))
    refresh(() => router.refresh())
  }
  return { state, send }
}
