'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { outcomes } from '@/lib/domain/rollovers/rules'
import type { GroupChoice, PlannedStudent } from '@/lib/domain/rollovers/schema'
import { saveExceptionAction } from '../../actions'

type Props = { slug: string; rolloverId: string; student: PlannedStudent; groups: GroupChoice[]; onClose: () => void }

const enrolls = (outcome: string) => outcome === 'promoted' || outcome === 'repeats'

/** Another way for one student. The group names its grade: choosing one chooses both. */
export function ExceptionForm({ slug, rolloverId, student, groups, onClose }: Props) {
  const [t, grades] = [useTranslations('rollovers'), useTranslations('grades')]
  const router = useRouter()
  const { enrollmentId, exception } = student
  const place =
    exception?.gradeLevel && typeof exception.groupCode === 'string'
      ? `${exception.gradeLevel} ${exception.groupCode}`
      : ''
  const form = useActionForm({
    school: slug,
    action: saveExceptionAction,
    initial: { outcome: (exception?.outcome ?? student.outcome) as string, place, reason: exception?.reason ?? '' },
    success: t('exceptions.saved'),
    toInput: ({ outcome, place: chosen, reason }) => {
      const [gradeLevel, groupCode] = chosen.split(' ')
      const to = chosen && enrolls(outcome) ? { gradeLevel, groupCode } : {}
      return { rolloverId, enrollmentId, outcome, reason, ...to }
    },
    onSuccess: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <ActionForm form={form} submit={t('exceptions.save')} onCancel={onClose}>
      <SelectField
        form={form}
        name="outcome"
        label={t('exceptions.outcome')}
        options={outcomes.map((value) => ({ value, label: t(`outcomeLong.${value}`) }))}
      />
      {enrolls(form.values.outcome) && (
        <SelectField
          form={form}
          name="place"
          label={t('exceptions.group')}
          placeholder={t('exceptions.asPlan')}
          optional
          options={groups.map(({ gradeLevel, code }) => ({
            value: `${gradeLevel} ${code}`,
            label: `${grades(`short.${gradeLevel as '6'}`)} · ${code}`,
          }))}
        />
      )}
      <TextareaField
        form={form}
        name="reason"
        label={t('exceptions.reason')}
        help={t('exceptions.reasonHelp')}
        rows={2}
        maxLength={300}
      />
    </ActionForm>
  )
}
