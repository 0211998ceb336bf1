import type { ReactNode } from 'react'
import { Table } from './table'

type CountTableProps = {
  caption: string
  /** The heading of the first column. */
  first: string
  columns: readonly { key: string; name: string }[]
  /** One cell for each column, in their order. */
  rows: readonly { key: string; name: ReactNode; cells: readonly (number | string)[] }[]
}

/** Numbers by row and column, a name before each row. */
export function CountTable({ caption, first, columns, rows }: CountTableProps) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col" data-kind="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {columns.map((column, at) => (
              <td key={column.key} data-kind="number">
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
