'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { CheckboxField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Fieldset } from '@/components/ui/fieldset'
import { generateGroupsAction } from '../actions'
import { ForAllFields, forAll } from './for-all-fields'

type Group = { gradeLevel: string; code: string; label: string }
type Props = { slug: string; schoolYearId: string; shifts: { value: string; label: string }[]; groups: Group[] }

/** Makes the groups that enrollments name already. */
export function NamedGroupsForm({ slug, schoolYearId, shifts, groups }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const back = `/${slug}/academics?year=${schoolYearId}`
  const form = useActionForm({
    school: slug,
    action: generateGroupsAction,
    initial: { shift: '', capacity: '', wanted: groups.map(() => true) },
    validate: ({ wanted }): Record<string, string> => (wanted.some(Boolean) ? {} : { 'wanted.0': t('groups.nothing') }),
    toInput: ({ wanted, ...values }) => ({
      schoolYearId,
      ...forAll(values),
      groups: groups.filter((_, index) => wanted[index]).map(({ gradeLevel, code }) => ({ gradeLevel, code })),
    }),
    success: ({ created }) => t('groups.bulkDone', { count: created.length }),
    onSuccess: () => router.push(back),
  })
  const count = form.values.wanted.filter(Boolean).length
  return (
    <ActionForm form={form} submit={t('groups.bulkGo', { count })} cancelHref={back}>
      <Fieldset legend={t('groups.named')}>
        <div className="grid gap-1 md:grid-cols-2">
          {groups.map((group, index) => (
            <CheckboxField
              key={`${group.gradeLevel} ${group.code}`}
              form={form}
              name={`wanted.${index}`}
              label={group.label}
            />
          ))}
        </div>
      </Fieldset>
      <ForAllFields form={form} shifts={shifts} />
    </ActionForm>
  )
}
