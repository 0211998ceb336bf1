'use client'

import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { ImportProblem } from '@/lib/domain/academics/import/schema'

const most = 100

/** Cell by cell, as the spreadsheet counts them. */
export function ImportProblems({ problems }: { problems: readonly ImportProblem[] }) {
  const t = useTranslations('academics')
  return (
    <>
      <Table caption={t('import.problems', { count: problems.length })}>
        <thead>
          <tr>
            <th scope="col" data-kind="number">
              {t('import.row')}
            </th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col" className="hidden md:table-cell">
              {t('import.value')}
            </th>
            <th scope="col">{t('import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, most).map(({ row, column, value, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td data-kind="number">{row}</td>
              <td>{column}</td>
              <td className="hidden break-all md:table-cell">{value || t('import.empty')}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {problems.length > most && <p className="text-muted">{t('import.more', { count: most })}</p>}
    </>
  )
}
