import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { Fieldset } from '@/components/ui/fieldset'
import { type FieldsProps, numeric } from './scale-fields'

const areas = ['hours', 'weights', 'equal'] as const
const keeps = ['higher', 'replaces', 'average'] as const

/** From the periods and subjects to the year, and the recovery. */
export function YearFields({ form }: FieldsProps) {
  const t = useTranslations('evaluation')
  const { periods } = form.values.rules
  const error = form.errors['rules.periods']
  return (
    <>
      <Fieldset legend={t('form.year')}>
        <SelectField
          form={form}
          name="rules.area.by"
          label={t('form.areaBy')}
          options={areas.map((value) => ({ value, label: t(`form.area.${value}`) }))}
        />
      </Fieldset>
      {periods.length > 0 && (
        <Fieldset legend={t('form.periods')} help={t('form.periodsHelp')}>
          {error && <p className="text-sm text-danger">{error}</p>}
          <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
            {periods.map(({ number }, index) => (
              <TextField
                key={number}
                form={form}
                name={`rules.periods.${index}.weight`}
                label={t('form.period', { number })}
                {...numeric}
              />
            ))}
          </div>
        </Fieldset>
      )}
      <Fieldset legend={t('form.recovery')}>
        <div className="grid gap-4 md:grid-cols-2">
          <SelectField
            form={form}
            name="rules.recovery.keeps"
            label={t('form.keeps')}
            options={keeps.map((value) => ({ value, label: t(`form.keep.${value}`) }))}
          />
          <TextField
            form={form}
            name="rules.recovery.ceiling"
            label={t('form.ceiling')}
            help={t('form.ceilingHelp')}
            optional
            {...numeric}
          />
        </div>
      </Fieldset>
    </>
  )
}
