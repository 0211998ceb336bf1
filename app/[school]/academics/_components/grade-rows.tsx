'use client'

import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { ActionForm } from '@/components/layout/use-action-form'
import { fieldId } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import type { GradeValues, SubjectBlock } from './grade-values'
import { useColumnKeys } from './use-column-keys'

type Props = { form: ActionForm<GradeValues>; blocks: SubjectBlock[]; weights: boolean; caption: string }

/** Subjects by area, one line each: hours, whether it is mandatory, its share of the area. */
export function GradeRows({ form, blocks, weights, caption }: Props) {
  const t = useTranslations('academics')
  const onKeyDown = useColumnKeys()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('grade.subject')}</th>
          <th scope="col">{t('plans.hours')}</th>
          <th scope="col">{t('grade.mandatory')}</th>
          {weights && <th scope="col">{t('grade.weight')}</th>}
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown}>
        {blocks.map(({ areaId, area, subjects }) => (
          <Fragment key={areaId}>
            <tr>
              <th scope="rowgroup" colSpan={weights ? 4 : 3} className="bg-surface-2 text-sm">
                {area}
              </th>
            </tr>
            {subjects.map((subject) => (
              <SubjectLine key={subject.id} form={form} subject={subject} weights={weights} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}

type LineProps = Pick<Props, 'form' | 'weights'> & { subject: { id: string; name: string } }

function SubjectLine({ form, subject, weights }: LineProps) {
  const t = useTranslations('academics')
  const path = `rows.${subject.id}`
  const row = form.values.rows[subject.id]
  const problem = form.errors[`${path}.hours`] ?? form.errors[`${path}.weight`]
  const input = (field: 'hours' | 'weight', label: string) => (
    <input
      id={fieldId(`${path}.${field}`)}
      data-column={field}
      className="input w-16! text-right md:w-20!"
      inputMode="decimal"
      autoComplete="off"
      maxLength={6}
      aria-label={label}
      aria-invalid={form.errors[`${path}.${field}`] ? true : undefined}
      aria-describedby={problem ? `${fieldId(path)}-error` : undefined}
      value={row?.[field] ?? ''}
      onChange={(event) => form.set(`${path}.${field}`, event.target.value)}
      onFocus={(event) => event.target.select()}
    />
  )
  return (
    <tr>
      <td>
        <label htmlFor={fieldId(`${path}.hours`)}>{subject.name}</label>
        {problem && (
          <p id={`${fieldId(path)}-error`} className="text-danger text-sm">
            {problem}
          </p>
        )}
      </td>
      <td>{input('hours', t('grade.hoursOf', { subject: subject.name }))}</td>
      <td>
        <input
          type="checkbox"
          className="check-box"
          aria-label={t('grade.mandatoryOf', { subject: subject.name })}
          checked={row?.mandatory ?? true}
          disabled={!row?.hours.trim()}
          onChange={(event) => form.set(`${path}.mandatory`, event.target.checked)}
        />
      </td>
      {weights && <td>{input('weight', t('grade.weightOf', { subject: subject.name }))}</td>}
    </tr>
  )
}
