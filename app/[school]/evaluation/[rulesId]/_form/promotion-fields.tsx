import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { Fieldset } from '@/components/ui/fieldset'
import { ruledStages } from '@/lib/domain/evaluation/schema'
import { digits, type FieldsProps, numeric } from './scale-fields'

const counts = ['areas', 'subjects'] as const
const absences = ['unjustified', 'all'] as const
const stageRules = ['same', 'descriptive'] as const
const displays = ['both', 'number', 'level'] as const

/** Promotion, the stages that are told in words, and what families read. */
export function PromotionFields({ form }: FieldsProps) {
  const t = useTranslations('evaluation')
  const whole = { clean: digits, inputMode: 'numeric', maxLength: 2 } as const
  return (
    <>
      <Fieldset legend={t('form.promotion')}>
        <SelectField
          form={form}
          name="rules.promotion.count"
          label={t('form.count')}
          options={counts.map((value) => ({ value, label: t(`form.counts.${value}`) }))}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <TextField form={form} name="rules.promotion.allowedFailed" label={t('form.allowed')} {...whole} />
          <TextField
            form={form}
            name="rules.promotion.pendingUpTo"
            label={t('form.pending')}
            help={t('form.pendingHelp')}
            {...whole}
          />
          <TextField
            form={form}
            name="rules.promotion.maxAbsencePercent"
            label={t('form.maxAbsence')}
            help={t('form.maxAbsenceHelp')}
            optional
            {...numeric}
          />
          <SelectField
            form={form}
            name="rules.promotion.absences"
            label={t('form.absences')}
            options={absences.map((value) => ({ value, label: t(`form.absence.${value}`) }))}
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('form.stages')} help={t('form.stagesHelp')}>
        <div className="grid gap-4 md:grid-cols-2">
          {ruledStages.map((stage) => (
            <SelectField
              key={stage}
              form={form}
              name={`rules.stages.${stage}`}
              label={t(`stage.${stage}`)}
              options={stageRules.map((value) => ({ value, label: t(`form.stageRule.${value}`) }))}
            />
          ))}
        </div>
      </Fieldset>
      <SelectField
        form={form}
        name="rules.display"
        label={t('form.display')}
        options={displays.map((value) => ({ value, label: t(`form.displays.${value}`) }))}
      />
    </>
  )
}
