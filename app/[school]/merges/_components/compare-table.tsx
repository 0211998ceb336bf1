'use client'

import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { Comparison } from '@/lib/domain/merges/schema'
import { showDay } from '@/lib/shared/dates'

type Props = { seen: Comparison; take: readonly string[]; onTake: (take: readonly string[]) => void }

const named = ['documentType', 'gender'] as const

/** Type and number of a document go together. */
const pairOf = (name: string) =>
  name === 'documentType' || name === 'documentNumber' ? ['documentType', 'documentNumber'] : [name]

/** Both records side by side; where they differ one value is chosen. */
export function CompareTable({ seen, take, onTake }: Props) {
  const [t, identity] = [useTranslations('merges'), useTranslations('identity')]
  const { kept, lost, fields } = seen
  const show = (name: string, value: string | null | undefined) => {
    if (!value) return t('empty')
    if (name === 'birthDate') return showDay(value)
    const list = named.find((one) => one === name)
    return list ? identity(`${list}.${value as 'F'}` as 'gender.F') : value
  }
  const choose = (name: string, fromLost: boolean) => {
    const names = pairOf(name)
    const others = take.filter((one) => !names.includes(one))
    onTake(fromLost ? [...others, ...names] : others)
  }
  const option = (name: string, side: 'kept' | 'lost') => {
    const { values } = side === 'kept' ? kept : lost
    const label = t(`field.${name as 'phone'}`)
    return (
      <label className="check">
        <input
          type="radio"
          className="check-box"
          name={`take-${name}`}
          aria-label={`${label}: ${show(name, values[name])}`}
          checked={take.includes(name) === (side === 'lost')}
          onChange={() => choose(name, side === 'lost')}
        />
        <span className={values[name] ? undefined : 'text-muted'}>{show(name, values[name])}</span>
      </label>
    )
  }
  return (
    <Table caption={t('title')} stack>
      <thead>
        <tr>
          <td />
          <th scope="col">
            {t('keep')}: {kept.name}
          </th>
          <th scope="col">
            {t('goes')}: {lost.name}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((name) => {
          const same = (kept.values[name] ?? null) === (lost.values[name] ?? null)
          return (
            <tr key={name}>
              <th scope="row">{t(`field.${name as 'phone'}`)}</th>
              <td data-label={t('keep')}>
                {same ? <span className="text-muted">{show(name, kept.values[name])}</span> : option(name, 'kept')}
              </td>
              <td data-label={t('goes')}>
                {same ? <span className="text-muted">{t('same')}</span> : option(name, 'lost')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
