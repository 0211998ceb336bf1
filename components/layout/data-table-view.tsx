'use client'

import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useMemo, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { cellText } from './table-cell'
import { bodyCell, Heading } from './table-parts'
import type { Column, Row } from './table-row'
import { moveBetweenRows } from './use-row-keys'
import { SelectionContext } from './use-selection'

export type DataTableViewProps = {
  label: string
  columns: readonly Column[]
  /** The rows as JSON. */
  packed: string
  bulk?: ReactNode
  wide?: boolean
}

export function DataTableView({ label, columns, packed, bulk, wide }: DataTableViewProps) {
  const rows = useMemo(() => JSON.parse(packed) as Row[], [packed])
  const t = useTranslations('ui')
  const router = useRouter()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string>()
  const selectable = rows.filter((row) => !row.fixed)
  const chosen = selectable.filter((row) => picked.has(row.id)).map((row) => row.id)
  // Filled in fifty times, a text is put together fifty times: so it is put together once.
  const selectRow = bulk ? t('selectRow', { name: '{name}' }) : ''
  const endBadge = columns.find((column) => column.kind === 'badge')?.key

  const toggle = (id: string, range = false) => {
    const ids = selectable.map((row) => row.id)
    const [from, to] = [ids.indexOf(last ?? id), ids.indexOf(id)].sort((a, b) => a - b) as [number, number]
    const next = new Set(picked)
    const on = !next.has(id)
    for (const one of range && from >= 0 ? ids.slice(from, to + 1) : [id]) {
      if (on) next.add(one)
      else next.delete(one)
    }
    setPicked(next)
    setLast(id)
  }

  const open = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (target.closest('[data-kind="check"], button, input, label')) return
    const link = target.closest('a')
    const href = link?.getAttribute('href') ?? target.closest('tr')?.querySelector('th a')?.getAttribute('href')
    if (!href || event.shiftKey || String(window.getSelection())) return
    const aside = event.metaKey || event.ctrlKey
    if (link && aside) return
    event.preventDefault()
    if (aside) window.open(href, '_blank', 'noopener')
    else router.push(href)
  }

  return (
    <SelectionContext value={{ ids: chosen, clear: () => setPicked(new Set()) }}>
      <div className="datatable" data-wide={wide || undefined}>
        <table className="table">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              {bulk && (
                <th data-kind="check" scope="col">
                  <input
                    type="checkbox"
                    className="check-box hit"
                    aria-label={t('selectAll')}
                    checked={chosen.length > 0 && chosen.length === selectable.length}
                    ref={(box) => {
                      if (box) box.indeterminate = chosen.length > 0 && chosen.length < selectable.length
                    }}
                    onChange={(event) =>
                      setPicked(new Set(event.target.checked ? selectable.map((row) => row.id) : []))
                    }
                  />
                </th>
              )}
              {columns.map((column, i) => (
                <Heading key={column.key} column={column} first={i === 0} />
              ))}
            </tr>
          </thead>
          <tbody onClick={open} onKeyDown={(event) => moveBetweenRows(event, bulk ? toggle : undefined)}>
            {rows.map((row) => (
              <tr key={row.id} data-id={bulk ? row.id : undefined} aria-selected={picked.has(row.id) || undefined}>
                {bulk && (
                  <td data-kind="check">
                    {!row.fixed && (
                      <input
                        type="checkbox"
                        className="check-box hit"
                        aria-label={selectRow.replace('{name}', () =>
                          cellText(row.cells[columns[0]?.key ?? ''], 'text'),
                        )}
                        checked={picked.has(row.id)}
                        onChange={() => {}}
                        onClick={(event) => toggle(row.id, event.shiftKey)}
                      />
                    )}
                  </td>
                )}
                {columns.map((column, i) => bodyCell(row, column, i === 0, column.key === endBadge))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && (
        <section className="bulk" aria-label={t('selected', { count: chosen.length })}>
          <IconButton
            label={t('clearSelection')}
            icon={<X aria-hidden="true" />}
            size="sm"
            onClick={() => setPicked(new Set())}
          />
          <span role="status" className="nums mr-2">
            {t('selected', { count: chosen.length })}
          </span>
          {bulk}
        </section>
      )}
    </SelectionContext>
  )
}
