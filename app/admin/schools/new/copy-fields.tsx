'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/layout/form-fields'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { type CopyPart, copyParts } from '@/lib/domain/schools/opening/schema'
import type { OpenSchoolValues } from './open-school-form'

type Props = { form: ActionForm<OpenSchoolValues>; sources: readonly { id: string; name: string }[] }

/** Another school to begin like, and what of it. */
export function CopyFields({ form, sources }: Props) {
  const t = useTranslations('admin')
  const { schoolId, parts } = form.values.copy
  const turn = (part: CopyPart, on: boolean) =>
    form.set('copy.parts', on ? [...parts, part] : parts.filter((one) => one !== part))
  return (
    <>
      <SelectField
        form={form}
        name="copy.schoolId"
        label={t('copyFrom')}
        help={t('copyHelp')}
        options={[{ value: '', label: t('copyNone') }, ...sources.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {schoolId !== '' && (
        <Fieldset legend={t('copyWhat')}>
          <div className="grid gap-1">
            {copyParts.map((part) => (
              <Checkbox
                key={part}
                id={`f-copy-${part}`}
                label={t(`copyParts.${part}`)}
                help={t(`copyPartHelp.${part}`)}
                checked={parts.includes(part)}
                onChange={({ target }) => turn(part, target.checked)}
              />
            ))}
          </div>
        </Fieldset>
      )}
    </>
  )
}
