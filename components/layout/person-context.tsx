'use client'

import { createContext, type ReactNode, useContext } from 'react'

export type Person = { id: string; name: string; email: string }

type Whereabouts = {
  person?: Person
  /** The slug that forms send along. */
  school?: string
  /** What calls of the REST API name in X-School-Id. */
  schoolId?: string
}

const Context = createContext<Whereabouts>({})

/** Who works here and in which school: for drafts, and for logging in again without leaving the page. */
export function PersonProvider({ person, school, schoolId, children }: Whereabouts & { children: ReactNode }) {
  return <Context value={{ person, school, schoolId }}>{children}</Context>
}

export function useWhereabouts(): Whereabouts {
  return useContext(Context)
}
