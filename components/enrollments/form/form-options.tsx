'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Option } from '@/components/ui/select'

/** Lists that the server has put into words: their codes live beside zod schemas, which a browser has no use for. */
export type FormOptions = {
  documentTypes: readonly Option[]
  genders: readonly Option[]
  relationships: readonly Option[]
}

const Context = createContext<FormOptions>({ documentTypes: [], genders: [], relationships: [] })

export function FormOptionsProvider({ options, children }: { options: FormOptions; children: ReactNode }) {
  return <Context value={options}>{children}</Context>
}

export const useFormOptions = (): FormOptions => useContext(Context)
