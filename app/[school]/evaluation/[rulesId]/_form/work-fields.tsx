import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CheckboxField, SelectField, TextField } from '@/components/layout/form-fields'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { IconButton } from '@/components/ui/icon-button'
import { type FieldsProps, numeric } from './scale-fields'

const by = ['weights', 'categories', 'equal'] as const
const notSubmitted = ['min', 'ignore'] as const
const lateModes = ['none', 'deduct', 'ceiling'] as const

/** How the scores of a period become its mark. */
export function WorkFields({ form }: FieldsProps) {
  const t = useTranslations('evaluation')
  const { late } = form.values.rules
  return (
    <Fieldset legend={t('form.work')}>
      <SelectField
        form={form}
        name="rules.activities.by"
        label={t('form.activitiesBy')}
        options={by.map((value) => ({ value, label: t(`form.by.${value}`) }))}
      />
      <Categories form={form} />
      <SelectField
        form={form}
        name="rules.missing.notSubmitted"
        label={t('form.missing')}
        options={notSubmitted.map((value) => ({ value, label: t(`form.notSubmitted.${value}`) }))}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          form={form}
          name="rules.late.mode"
          label={t('form.late')}
          options={lateModes.map((value) => ({ value, label: t(`form.lateMode.${value}`) }))}
        />
        {late.mode !== 'none' && (
          <TextField form={form} name="rules.late.value" label={t('form.lateValue')} {...numeric} />
        )}
      </div>
      <CheckboxField form={form} name="self" label={t('form.self')} help={t('form.selfHelp')} />
      {form.values.self && (
        <div className="grid gap-4 md:grid-cols-2">
          <TextField form={form} name="rules.selfEvaluation.weight" label={t('form.selfWeight')} {...numeric} />
          <TextField form={form} name="rules.selfEvaluation.category" label={t('form.selfCategory')} maxLength={100} />
        </div>
      )}
    </Fieldset>
  )
}

/** Categories that every course starts from; they matter where activities are averaged by categories. */
function Categories({ form }: FieldsProps) {
  const t = useTranslations('evaluation')
  const { by: averaged, categories } = form.values.rules.activities
  if (averaged !== 'categories') return null
  const change = (next: typeof categories) => form.set('rules.activities.categories', next)
  const error = form.errors['rules.activities.categories']
  return (
    <Fieldset legend={t('form.categories')} help={t('form.categoriesHelp')}>
      {error && <p className="text-sm text-danger">{error}</p>}
      {categories.map(({ name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a category is known by its place while its name is typed
        <div key={index} className="grid grid-cols-[1fr_7rem_auto] items-end gap-3">
          <TextField
            form={form}
            name={`rules.activities.categories.${index}.name`}
            label={t('form.category')}
            maxLength={100}
          />
          <TextField
            form={form}
            name={`rules.activities.categories.${index}.weight`}
            label={t('form.weight')}
            {...numeric}
          />
          <IconButton
            label={t('form.remove', { name })}
            onClick={() => change(categories.filter((_, at) => at !== index))}
            icon={<X aria-hidden="true" />}
          />
        </div>
      ))}
      {categories.length < 10 && (
        <div>
          <Button size="sm" onClick={() => change([...categories, { name: '', weight: '' }])}>
            {t('form.addCategory')}
          </Button>
        </div>
      )}
    </Fieldset>
  )
}
