'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ImportProblem, ImportRow } from '@/lib/domain/imports/schema'

type Props = {
  row: ImportRow
  problems: readonly ImportProblem[]
  link: (recordId: string) => string | null
  onSave: (column: number, value: string) => void
}

/** A cell that turns out right goes away with its row: the focus is in the next one before. */
const nextCell = (cell: HTMLInputElement) => {
  const cells = [...(cell.closest('ul')?.querySelectorAll('input') ?? [])]
  return cells[cells.indexOf(cell) + 1]
}

/** One cell: what stands there, what is wrong with it, and the record that it collides with. */
export function RepairCell({ row, problems, link, onSave }: Props) {
  const t = useTranslations('imports')
  const [first] = problems
  const stored = row.cells[first?.column ?? -1] ?? ''
  const [typed, setTyped] = useState(stored)
  if (!first) return null
  const sentences = problems.map(({ message }) => message).join(' ')
  const records = problems.flatMap(({ recordId }) => (recordId ? (link(recordId) ?? []) : []))
  const blocking = problems.some(({ warning }) => !warning)
  const save = () => {
    if (typed !== stored) onSave(first.column, typed)
  }
  if (first.column < 0) return <p className="text-sm text-danger">{sentences}</p>
  return (
    <Field
      name={`cell-${row.row}-${first.column}`}
      label={first.heading}
      {...(blocking ? { error: sentences } : { help: sentences })}
      aside={records.map((href) => (
        <a key={href} href={href} className="link text-sm" target="_blank" rel="noreferrer">
          {t('page.openRecord')}
        </a>
      ))}
    >
      <Input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // As in a spreadsheet: on to the next one, and leaving this one saves it.
          const next = nextCell(event.currentTarget)
          if (next) next.focus()
          else save()
        }}
      />
    </Field>
  )
}
