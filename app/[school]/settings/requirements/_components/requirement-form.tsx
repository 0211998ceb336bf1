'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { CheckboxField, RadioField, SelectField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import { Fieldset } from '@/components/ui/fieldset'
import { type RequirementRow, validities } from '@/lib/domain/requirements/schema'
import type { GradeLevel } from '@/lib/shared/grades'
import { createRequirementAction, saveRequirementAction } from '../actions'
import { fromForm, type RequirementValues, toForm } from './form-values'

type Props = {
  slug: string
  /** None: a new one of the school's own. */
  requirement?: RequirementRow
  grades: { value: GradeLevel; label: string }[]
}

export function RequirementForm({ slug, requirement, grades }: Props) {
  const t = useTranslations('requirements')
  const isConsent = requirement?.kind === 'consent'
  const form = useActionForm<RequirementValues, unknown>({
    school: slug,
    action: requirement ? saveRequirementAction : createRequirementAction,
    initial: toForm(requirement),
    draft: requirement ? undefined : 'requirement.new',
    success: t('saved'),
    toInput: (values) => fromForm(values, requirement),
    fromCurrent: (current) => toForm(current as RequirementRow),
  })
  return (
    <ActionForm
      form={form}
      submit={requirement ? t('save') : t('create')}
      cancelHref={`/${slug}/settings/requirements`}
    >
      {isConsent && <Callout tone="info">{t('consentText')}</Callout>}
      <TextField form={form} name="name" label={t('field.name')} maxLength={150} />
      {!requirement && (
        <TextField form={form} name="code" label={t('field.code')} help={t('field.codeHelp')} maxLength={50} />
      )}
      <TextareaField form={form} name="help" label={t('field.help')} help={t('field.helpHelp')} optional rows={3} />
      <CheckboxField form={form} name="required" label={t('field.required')} help={t('field.requiredHelp')} />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          form={form}
          name="validity"
          label={t('field.validity')}
          help={t('field.validityHelp')}
          options={validities
            .filter((one) => (isConsent ? one === 'version' || one === 'year' : one !== 'version'))
            .map((value) => ({ value, label: t(`validity.${value}`) }))}
        />
        {form.values.validity === 'months' && (
          <TextField
            form={form}
            name="validMonths"
            label={t('field.validMonths')}
            inputMode="numeric"
            maxLength={2}
            clean={(typed) => typed.replace(/\D/g, '')}
          />
        )}
      </div>
      <Fieldset legend={t('field.applies')} help={t('field.appliesHelp')}>
        <div className="grid gap-2 md:grid-cols-3">
          <CheckboxField form={form} name="appliesTo.new" label={t('field.kinds.new')} />
          <CheckboxField form={form} name="appliesTo.returning" label={t('field.kinds.returning')} />
          <CheckboxField form={form} name="appliesTo.transfer" label={t('field.kinds.transfer')} />
        </div>
        <div className="grid gap-4 md:grid-cols-3">
          <SelectField
            form={form}
            name="appliesTo.minGrade"
            label={t('field.minGrade')}
            optional
            options={grades}
            placeholder={t('field.anyGrade')}
          />
          <SelectField
            form={form}
            name="appliesTo.maxGrade"
            label={t('field.maxGrade')}
            optional
            options={grades}
            placeholder={t('field.anyGrade')}
          />
          <TextField
            form={form}
            name="appliesTo.minAge"
            label={t('field.minAge')}
            optional
            inputMode="numeric"
            maxLength={2}
            clean={(typed) => typed.replace(/\D/g, '')}
          />
        </div>
        <RadioField
          form={form}
          name="appliesTo.foreign"
          label={t('field.foreign')}
          options={[
            { value: '', label: t('field.foreignAny') },
            { value: 'no', label: t('field.foreignNo') },
            { value: 'yes', label: t('field.foreignYes') },
          ]}
        />
      </Fieldset>
    </ActionForm>
  )
}
