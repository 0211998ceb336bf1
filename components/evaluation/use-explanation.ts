'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import type { Explanation } from '@/lib/domain/evaluation/explain/schema'

/** The mark that is asked about; without a period the year's. */
export type MarkAddress = { courseOfferingId: string; enrollmentId: string; academicPeriodId?: string }

/** The staff's address of it, which a student's and a guardian's account use too, or that of a family link. */
export type ExplanationDoor = 'evaluation' | 'family'

type State = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; explanation: Explanation }

/** Reads the explanation of a mark; asked again whenever another mark is asked about. */
export function useExplanation(
  { courseOfferingId, enrollmentId, academicPeriodId }: MarkAddress,
  door: ExplanationDoor = 'evaluation',
) {
  const { schoolId } = useWhereabouts()
  const language = useLocale().slice(0, 2)
  const [answer, setAnswer] = useState<State>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same again
  useEffect(() => {
    const stop = new AbortController()
    const query = new URLSearchParams({
      courseOfferingId,
      enrollmentId,
      language,
      ...(academicPeriodId ? { academicPeriodId } : {}),
    })
    setAnswer({ state: 'loading' })
    fetch(`/api/v1/${door}/explanation?${query}`, { headers: apiHeaders(schoolId), signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status))
        setAnswer({ state: 'ready', explanation: (await response.json()) as Explanation })
      })
      .catch(() => {
        if (!stop.signal.aborted) setAnswer({ state: 'failed' })
      })
    return () => stop.abort()
  }, [courseOfferingId, enrollmentId, academicPeriodId, language, schoolId, door, attempt])
  return { answer, again: () => setAttempt((count) => count + 1) }
}
