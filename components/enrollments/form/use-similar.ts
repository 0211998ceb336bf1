'use client'

import { useEffect, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { isIsoDay } from '@/lib/shared/dates'
import { normalizeDocumentNumber } from '@/lib/shared/documents-id'
import type { NewChild } from './values'

export type SimilarChild = {
  id: string
  fullName: string
  documentType: string
  documentNumber: string
  birthDate: string | null
  reason: 'sameNumber' | 'sameNameAndBirth' | 'similarNameAndBirth' | 'sameName'
}

/** Children of the school who may be the one being typed, asked once there is enough to compare. */
export function useSimilar(child: NewChild): readonly SimilarChild[] {
  const { schoolId } = useWhereabouts()
  const [found, setFound] = useState<readonly SimilarChild[]>([])
  const number = normalizeDocumentNumber(child.documentNumber)
  const complete = number.length >= 5 && child.firstSurname.trim() !== '' && child.firstName.trim() !== ''
  const query = new URLSearchParams({
    documentType: child.documentType,
    documentNumber: number,
    firstSurname: child.firstSurname,
    secondSurname: child.secondSurname,
    firstName: child.firstName,
    secondName: child.secondName,
    ...(isIsoDay(child.birthDate) ? { birthDate: child.birthDate } : {}),
  }).toString()
  useEffect(() => {
    if (!complete) {
      setFound([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const options = { signal: stop.signal, headers: apiHeaders(schoolId) }
        const response = await fetch(`/api/v1/students/duplicates?${query}`, options)
        const { items }: { items: SimilarChild[] } = response.ok ? await response.json() : { items: [] }
        setFound(items)
      } catch {
        // Without an answer nothing is warned of here; saving asks again.
      }
    }, 500)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [complete, query, schoolId])
  return found
}
