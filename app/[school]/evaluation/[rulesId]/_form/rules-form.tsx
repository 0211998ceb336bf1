'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { EvaluationRules } from '@/lib/domain/evaluation/schema'
import { saveDraftAction } from '../../actions'
import { DraftActions } from './draft-actions'
import { fromForm, type RulesValues, soundRules, toForm } from './form-values'
import { Preview } from './preview'
import { PromotionFields } from './promotion-fields'
import { ScaleFields } from './scale-fields'
import { WorkFields } from './work-fields'
import { YearFields } from './year-fields'

type Props = {
  slug: string
  draft: { id: string; number: number; version: number; note: string | null; rules: EvaluationRules }
  year: string
  periods: number
}

/** A draft of the rules beside a sample student: every change shows at once what it does. */
export function RulesForm({ slug, draft, year, periods }: Props) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const form = useActionForm<RulesValues, { version: number }>({
    school: slug,
    action: saveDraftAction,
    initial: toForm(draft, { periods, locale, category: t('topic.selfEvaluation') }),
    draft: `evaluation.rules.${draft.id}`,
    success: t('draft.saved'),
    toInput: (values) => fromForm(values, draft.rules),
  })
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid grid-cols-1 gap-6">
        <DraftActions slug={slug} draft={{ ...draft, version: form.values.version }} year={year} dirty={form.dirty} />
        <ActionForm form={form} submit={t('draft.save')} cancelHref={`/${slug}/evaluation`}>
          <ScaleFields form={form} />
          <WorkFields form={form} />
          <YearFields form={form} />
          <PromotionFields form={form} />
          <TextareaField
            form={form}
            name="note"
            label={t('note')}
            help={t('noteHelp')}
            optional
            rows={3}
            maxLength={500}
          />
        </ActionForm>
      </div>
      <div className="lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto">
        <Preview rules={soundRules(form.values, draft.rules)} />
      </div>
    </div>
  )
}
