'use client'

import { useTranslations } from 'next-intl'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { fieldId } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import { useColumnKeys } from './use-column-keys'

type Grade = { level: string; name: string; has: number; planned: string[] }
type Props<V extends FormValues> = { form: ActionForm<V>; grades: Grade[] }

/** One line for each grade: how many groups it must have, and what the new ones will be called. */
export function SeveralGrades<V extends FormValues>({ form, grades }: Props<V>) {
  const t = useTranslations('academics')
  const onKeyDown = useColumnKeys()
  return (
    <Table caption={t('groups.bulkTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('groups.grade')}</th>
          <th scope="col">{t('groups.howMany')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown}>
        {grades.map(({ level, name, has, planned }) => (
          <tr key={level}>
            <th scope="row">
              <label htmlFor={fieldId(`counts.${level}`)}>{name}</label>
              {has > 0 && (
                <span className="ml-2 font-normal text-muted text-sm">{t('groups.has', { count: has })}</span>
              )}
            </th>
            <td>
              <span className="flex flex-wrap items-center gap-3">
                <input
                  id={fieldId(`counts.${level}`)}
                  data-column="count"
                  className="input w-16! text-right"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={2}
                  value={String(form.get(`counts.${level}`) ?? '')}
                  onChange={(event) => form.set(`counts.${level}`, event.target.value.replace(/\D/g, ''))}
                  onFocus={(event) => event.target.select()}
                />
                {planned.length > 0 && (
                  <span className="text-ok text-sm">{t('groups.willCreate', { codes: planned.join(', ') })}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
