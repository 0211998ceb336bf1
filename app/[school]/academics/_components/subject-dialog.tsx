'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { RadioField, SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { AreaRow } from '@/lib/domain/academics/areas/schema'
import type { SubjectRow } from '@/lib/domain/academics/subjects/schema'
import { createSubjectAction, updateSubjectAction } from '../actions'

type Props = { slug: string; areas: AreaRow[]; subject: SubjectRow | null; areaId: string; onClose: () => void }

export function SubjectDialog({ slug, areas, subject, areaId, onClose }: Props) {
  const t = useTranslations('academics')
  const form = useActionForm<Record<string, string | number>, unknown>({
    school: slug,
    action: subject ? updateSubjectAction : createSubjectAction,
    initial: {
      areaId,
      name: subject?.name ?? '',
      code: subject?.code ?? '',
      shortName: subject?.shortName ?? '',
      assessment: subject?.assessment ?? 'numeric',
      ...(subject ? { subjectId: subject.id, version: subject.version } : {}),
    },
    success: t('subjects.saved'),
    onSuccess: onClose,
  })
  const offered = areas.filter(({ id, isActive }) => isActive || id === areaId)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={subject ? t('subjects.edit', { name: subject.name }) : t('subjects.new')}
      width={520}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t(subject ? 'subjects.save' : 'subjects.create')} onCancel={onClose}>
        <TextField form={form} name="name" label={t('subjects.name')} maxLength={150} />
        <TextField
          form={form}
          name="code"
          label={t('subjects.code')}
          help={t('subjects.codeHelp')}
          maxLength={20}
          clean={(typed) => typed.toUpperCase()}
        />
        <SelectField
          form={form}
          name="areaId"
          label={t('subjects.area')}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          form={form}
          name="shortName"
          label={t('subjects.shortName')}
          help={t('areas.shortNameHelp')}
          optional
          maxLength={30}
        />
        <RadioField
          form={form}
          name="assessment"
          label={t('subjects.assessment')}
          help={t('subjects.assessmentHelp')}
          options={[
            { value: 'numeric', label: t('subjects.assessmentValue.numeric') },
            { value: 'descriptive', label: t('subjects.assessmentValue.descriptive') },
          ]}
        />
      </ActionForm>
    </Dialog>
  )
}
