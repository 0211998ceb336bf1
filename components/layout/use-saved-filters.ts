'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SavedFilter } from '@/lib/domain/filters/schema'
import { apiHeaders } from './api-headers'
import { useWhereabouts } from './person-context'

const place = '/api/v1/filters'

/** @param path the list's address, the school first: `/la-quebrada/students` */
export function useSavedFilters(path: string) {
  const t = useTranslations('ui')
  const { schoolId } = useWhereabouts()
  const [items, setItems] = useState<SavedFilter[]>()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const list = path.split('/').slice(2).join('/')

  const ask = async (url: string, init: RequestInit = {}): Promise<unknown> => {
    setPending(true)
    setRefusal(undefined)
    try {
      const headers = { ...apiHeaders(schoolId), 'content-type': 'application/json' }
      const response = await fetch(url, { ...init, headers })
      const answer: unknown = await response.json()
      if (response.ok) return answer
      const { detail } = answer as { detail?: string }
      setRefusal(detail ?? t('offlineTitle'))
    } catch {
      setRefusal(t('offlineTitle'))
    } finally {
      setPending(false)
    }
  }
  const sorted = (all: SavedFilter[]) => all.toSorted((a, b) => a.name.localeCompare(b.name, 'es'))

  return {
    items,
    pending,
    refusal,
    load: async () => {
      const answer = await ask(`${place}?${new URLSearchParams({ list })}`)
      setItems((answer as { items: SavedFilter[] } | undefined)?.items ?? [])
    },
    /** @returns whether it is kept; a refusal is told beside the field */
    save: async (name: string, query: string): Promise<boolean> => {
      const answer = await ask(place, { method: 'POST', body: JSON.stringify({ list, name, query }) })
      if (!answer) return false
      const kept = answer as SavedFilter
      setItems((all = []) => sorted([...all.filter(({ id }) => id !== kept.id), kept]))
      return true
    },
    /** @returns whether it is gone */
    forget: async (id: string): Promise<boolean> => {
      if (!(await ask(`${place}/${id}`, { method: 'DELETE' }))) return false
      setItems((all = []) => all.filter((one) => one.id !== id))
      return true
    },
  }
}
