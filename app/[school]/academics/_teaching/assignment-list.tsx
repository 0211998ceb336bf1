'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Table } from '@/components/ui/table'
import type { CourseDetail } from '@/lib/domain/academics/courses/schema'
import { showDay } from '@/lib/shared/dates'
import { endAssignmentAction } from './actions'

type Assignment = CourseDetail['history'][number]
type Props = {
  school: string
  history: readonly Assignment[]
  today: string
  writes: boolean
  span: { min: string; max: string }
}

/** Everybody who taught the course, from when to when and why it changed. */
export function AssignmentList({ school, history, today, writes, span }: Props) {
  const t = useTranslations('courses')
  const [ending, setEnding] = useState<Assignment | null>(null)
  const isOpen = ({ validTo }: Assignment) => validTo === null || validTo >= today
  if (history.length === 0) return <p className="card p-4 text-muted">{t('noHistory')}</p>
  return (
    <>
      <Table caption={t('history')} stack>
        <thead>
          <tr>
            <th scope="col">{t('teacher')}</th>
            <th scope="col">{t('roleLabel')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('until')}</th>
            <th scope="col">{t('reason')}</th>
            {writes && <td />}
          </tr>
        </thead>
        <tbody>
          {history.map((one) => (
            <tr key={one.assignmentId}>
              <th scope="row">{one.name ?? t('deleted')}</th>
              <td data-label={t('roleLabel')}>{t(`role.${one.role}`)}</td>
              <td className="nums" data-label={t('since')}>
                {showDay(one.validFrom)}
              </td>
              <td className="nums" data-label={t('until')}>
                {one.validTo ? showDay(one.validTo) : t('now')}
              </td>
              <td className="text-muted" data-label={t('reason')}>
                {one.reason}
              </td>
              {writes && (
                <td className="text-right">
                  {isOpen(one) && (
                    <Button size="sm" variant="ghost" onClick={() => setEnding(one)}>
                      {t('end')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {ending && <EndDialog school={school} one={ending} today={today} span={span} onClose={() => setEnding(null)} />}
    </>
  )
}

type EndProps = { school: string; one: Assignment; today: string; span: Props['span']; onClose: () => void }

function EndDialog({ school, one, today, span, onClose }: EndProps) {
  const t = useTranslations('courses')
  const form = useActionForm({
    school,
    action: endAssignmentAction,
    initial: { validTo: today < one.validFrom ? one.validFrom : today, reason: '' },
    toInput: (values) => ({ assignmentId: one.assignmentId, version: one.version, ...values }),
    success: t('ended'),
    onSuccess: onClose,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('endTitle', { name: one.name ?? '' })} width={460} locked={form.dirty}>
      <ActionForm form={form} submit={t('end')} danger onCancel={onClose}>
        <DayField form={form} name="validTo" label={t('lastDay')} min={one.validFrom} max={span.max} />
        <TextField form={form} name="reason" label={t('reason')} optional maxLength={500} />
      </ActionForm>
    </Dialog>
  )
}
