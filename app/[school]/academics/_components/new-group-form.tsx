'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { createGroupAction } from '../actions'
import { type GroupChoiceLists, GroupFields, groupInput } from './group-fields'

type Props = {
  slug: string
  schoolYearId: string
  grades: { value: string; label: string }[]
  lists: GroupChoiceLists
}

export function NewGroupForm({ slug, schoolYearId, grades, lists }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const back = `/${slug}/academics?year=${schoolYearId}`
  const form = useActionForm({
    school: slug,
    action: createGroupAction,
    initial: {
      schoolYearId,
      gradeLevel: '',
      code: '',
      shift: '',
      capacity: '',
      room: '',
      studyPlanId: lists.plans.length === 1 ? (lists.plans[0]?.value ?? '') : '',
      directorId: '',
    },
    draft: 'group.new',
    toInput: groupInput,
    success: t('groups.created'),
    onSuccess: () => router.push(back),
  })
  return (
    <ActionForm form={form} submit={t('groups.create')} cancelHref={back}>
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField form={form} name="gradeLevel" label={t('groups.grade')} options={grades} placeholder="—" />
        <TextField
          form={form}
          name="code"
          label={t('groups.code')}
          help={t('groups.codeHelp')}
          maxLength={10}
          clean={(typed) => typed.toUpperCase()}
        />
      </div>
      <GroupFields form={form} lists={lists} />
    </ActionForm>
  )
}
