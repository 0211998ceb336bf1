'use client'

import { createContext, useContext } from 'react'

export type Selection = { ids: readonly string[]; clear: () => void }

export const SelectionContext = createContext<Selection>({ ids: [], clear: () => {} })

/** For what stands in a table's bulk bar: the ids of the selected rows. */
export function useSelection(): Selection {
  return useContext(SelectionContext)
}
