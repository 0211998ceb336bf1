import { useTranslations } from 'next-intl'
import { CheckboxField, SelectField, TextField } from '@/components/layout/form-fields'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Fieldset } from '@/components/ui/fieldset'
import { nationalLevels, roundingModes } from '@/lib/domain/evaluation/schema'
import type { RulesValues } from './form-values'

export type FieldsProps = { form: ActionForm<RulesValues> }

export const digits = (typed: string) => typed.replace(/\D/g, '')
export const numeric = { inputMode: 'decimal', maxLength: 7, autoComplete: 'off' } as const

/** Scale, pass mark, the four levels and how marks are rounded. */
export function ScaleFields({ form }: FieldsProps) {
  const t = useTranslations('evaluation')
  return (
    <>
      <Fieldset legend={t('form.scale')}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField form={form} name="rules.scale.min" label={t('form.scaleMin')} {...numeric} />
          <TextField form={form} name="rules.scale.max" label={t('form.scaleMax')} {...numeric} />
          <TextField
            form={form}
            name="rules.scale.decimals"
            label={t('form.scaleDecimals')}
            clean={digits}
            inputMode="numeric"
            maxLength={1}
          />
          <TextField form={form} name="rules.passMark" label={t('form.passMark')} {...numeric} />
        </div>
      </Fieldset>
      <Fieldset legend={t('form.bands')} help={t('form.bandsHelp')}>
        <div className="grid gap-4 md:grid-cols-2">
          {nationalLevels.map((level, index) => (
            <TextField
              key={level}
              form={form}
              name={`rules.bands.${index}.from`}
              label={t('form.bandFrom', { level: t(`level.${level}`) })}
              {...numeric}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset legend={t('form.rounding')}>
        <div className="grid gap-4 md:grid-cols-2">
          <SelectField
            form={form}
            name="rules.rounding.mode"
            label={t('form.roundingMode')}
            options={roundingModes.map((value) => ({ value, label: t(`form.mode.${value}`) }))}
          />
          <TextField
            form={form}
            name="rules.rounding.decimals"
            label={t('form.roundingDecimals')}
            clean={digits}
            inputMode="numeric"
            maxLength={1}
          />
        </div>
        <div className="grid gap-2">
          <CheckboxField form={form} name="rules.rounding.course" label={t('form.roundingCourse')} />
          <CheckboxField form={form} name="rules.rounding.area" label={t('form.roundingArea')} />
          <CheckboxField form={form} name="rules.rounding.year" label={t('form.roundingYear')} />
        </div>
      </Fieldset>
    </>
  )
}
