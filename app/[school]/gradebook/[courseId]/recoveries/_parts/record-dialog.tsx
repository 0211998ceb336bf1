'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { recoveredMark } from '@/lib/domain/evaluation/marks/rules'
import type { RecoveringStudent } from '@/lib/domain/evaluation/recoveries/course/schema'
import { parseScore, showScore } from '@/lib/domain/evaluation/scale/rules'
import type { NationalLevel, StageRules } from '@/lib/domain/evaluation/schema'
import { today } from '@/lib/shared/dates'
import { recordRecoveryAction } from '../../../actions'

type Props = {
  school: string
  of: 'course' | 'year'
  student: RecoveringStudent
  rules: StageRules
  levels: Record<NationalLevel, string>
  onClose: () => void
}

/** The score, and at once what the mark becomes by the rules and the ceiling. */
export function RecordDialog({ school, of, student, rules, levels, onClose }: Props) {
  const t = useTranslations('recoveries')
  const locale = useLocale()
  const router = useRouter()
  const { name, before, recovery } = student
  const show = (value: string) => showScore(rules, value, locale)
  const form = useActionForm({
    school,
    action: recordRecoveryAction,
    initial: {
      score: recovery?.score ? show(recovery.score) : '',
      heldOn: recovery?.heldOn ?? today(),
      note: recovery?.note ?? '',
      version: recovery?.version ?? 0,
    },
    toInput: (values) => ({ ...values, recoveryId: recovery?.id }),
    success: t('recorded', { name }),
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  const parsed = parseScore(rules, form.values.score)
  const mark = parsed.ok
    ? recoveredMark(rules, before, { score: parsed.value, ceiling: recovery?.ceiling ?? null }, of)
    : null
  const original = recovery && show(recovery.originalValue)
  const shown = mark?.value ? show(mark.value) : null
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(recovery?.score ? 'correctOf' : 'recordOf', { name })}
      width={460}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t('save')} onCancel={onClose}>
        <TextField
          form={form}
          name="score"
          label={t('score')}
          help={t('scoreHelp', { min: show(rules.scale.min), max: show(rules.scale.max) })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
        />
        <p className="nums min-h-6 font-medium" aria-live="polite">
          {shown && mark?.level
            ? t(shown === original ? 'resultSame' : 'result', {
                before: original ?? '',
                value: shown,
                level: levels[mark.level],
              })
            : ''}
        </p>
        <DayField form={form} name="heldOn" label={t('day')} />
        <TextareaField form={form} name="note" label={t('remark')} optional rows={2} maxLength={1000} />
      </ActionForm>
    </Dialog>
  )
}
