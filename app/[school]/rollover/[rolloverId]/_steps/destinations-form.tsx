'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { Callout } from '@/components/ui/callout'
import { Select } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import type { GroupChoice, RolloverDetail } from '@/lib/domain/rollovers/schema'
import { useGroupOptions } from './use-group-options'
import { useStepForm } from './use-step-form'

type Row = RolloverDetail['destinations'][number]
type Props = {
  slug: string
  rolloverId: string
  version: number
  rows: Row[]
  groups: GroupChoice[]
  years: { from: string; to: string }
  next: string
}

const last = (row: Row) => row.nextGrade === null && (row.gradeLevel === '11' || row.gradeLevel === '26')
/** Stored: null for nobody chose, '' for no group. A select has texts only. */
const NONE = '-'
const shown = (code: string | null) => (code === null ? '' : code === '' ? NONE : code)
const stored = (value: string) => (value === '' ? null : value === NONE ? '' : value)

/** A line for each group of the year that ends: where those promoted go, and those who repeat. */
export function DestinationsForm({ rows, groups, years, ...step }: Props) {
  const [t, grades] = [useTranslations('rollovers'), useTranslations('grades')]
  const optionsOf = useGroupOptions(groups, NONE)
  const form = useStepForm({
    ...step,
    initial: { rows: rows.map(({ promotedTo, repeatsIn }) => ({ to: shown(promotedTo), stays: shown(repeatsIn) })) },
    toStep: ({ rows: chosen }) => ({
      destinations: rows.map(({ gradeLevel, groupCode }, index) => ({
        gradeLevel,
        groupCode,
        promotedTo: stored(chosen[index]?.to ?? ''),
        repeatsIn: stored(chosen[index]?.stays ?? ''),
      })),
    }),
  })
  const gradeName = (grade: string) => grades(`short.${grade as '6'}`)
  const nameOf = ({ gradeLevel, groupCode }: Row) =>
    groupCode ?? t('destinations.withoutGroup', { grade: gradeName(gradeLevel) })
  const open = rows.filter((row, index) => row.nextGrade !== null && form.values.rows[index]?.to === '').length
  const cell = (row: Row, index: number, key: 'to' | 'stays', grade: string, label: string) => {
    const options = optionsOf(grade)
    const name = `rows.${index}.${key}`
    return (
      <div className="grid gap-1">
        <Select
          id={`f-rows-${index}-${key}`}
          name={name}
          aria-label={`${label}: ${nameOf(row)}`}
          value={String(form.get(name) ?? '')}
          onChange={(event) => form.set(name, event.target.value)}
          options={options}
          placeholder={t('destinations.choose')}
        />
        {options.length === 1 && (
          <p className="text-sm text-warning">
            {t('destinations.noGroups', { to: years.to, grade: gradeName(grade) })}
          </p>
        )}
      </div>
    )
  }
  return (
    <ActionForm form={form} submit={t('saveNext')} className="max-w-4xl">
      {open > 0 && <Callout tone="warning">{t('destinations.open', { count: open })}</Callout>}
      <Table caption={t('destinations.title')} stack>
        <thead>
          <tr>
            <th scope="col">{t('destinations.group', years)}</th>
            <th scope="col" data-kind="number">
              {t('destinations.students')}
            </th>
            <th scope="col">{t('destinations.promotedTo')}</th>
            <th scope="col">{t('destinations.repeatsIn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.gradeLevel} ${row.groupCode}`}>
              <th scope="row">{nameOf(row)}</th>
              <td data-kind="number" data-label={t('destinations.students')}>
                {row.students}
              </td>
              <td data-label={t('destinations.promotedTo')}>
                {row.nextGrade
                  ? cell(row, index, 'to', row.nextGrade, t('destinations.promotedTo'))
                  : t(last(row) ? 'destinations.graduate' : 'destinations.noNext')}
              </td>
              <td data-label={t('destinations.repeatsIn')}>
                {cell(row, index, 'stays', row.gradeLevel, t('destinations.repeatsIn'))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ActionForm>
  )
}
