import type { ReactNode } from 'react'
import { DataTableView } from './data-table-view'
import type { Column, Row } from './table-row'

type DataTableProps = {
  /** What the table lists, for those who hear it. */
  label: string
  /** The first column names the row. */
  columns: readonly Column[]
  rows: readonly Row[]
  /** Makes rows selectable: what can be done with them, reading useSelection(). */
  bulk?: ReactNode
  /** Many columns: the table scrolls in its own frame and keeps its first column. */
  wide?: boolean
}

/** The rows travel as one text: as values each of them would be looked at on its way to the browser. */
export function DataTable({ rows, ...rest }: DataTableProps) {
  return <DataTableView packed={JSON.stringify(rows)} {...rest} />
}
