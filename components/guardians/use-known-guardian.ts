'use client'

import { useEffect, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import type { FoundGuardian } from '@/lib/domain/guardians/schema'

/** The guardian whom the school knows by the document that is being typed, or null. */
export function useKnownGuardian(documentType: string, documentNumber: string): FoundGuardian {
  const { schoolId } = useWhereabouts()
  const [known, setKnown] = useState<FoundGuardian>(null)
  useEffect(() => {
    setKnown(null)
    if (documentNumber.replace(/\W/g, '').length < 4) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ documentType, documentNumber })
      try {
        const answer = await fetch(`/api/v1/guardians/find?${query}`, {
          signal: stop.signal,
          headers: apiHeaders(schoolId),
        })
        if (answer.ok) setKnown(((await answer.json()) as { guardian: FoundGuardian }).guardian)
      } catch {
        // Without an answer the form simply goes on; saving finds the guardian by document anyway.
      }
    }, 300)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [documentType, documentNumber, schoolId])
  return known
}
