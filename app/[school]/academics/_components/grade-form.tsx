'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { parseHours } from '@/lib/domain/academics/plans/rules'
import { saveGradeAction } from '../actions'
import { GradeRows } from './grade-rows'
import { type GradeValues, itemsOf, problemsOf, rowsOf, type SubjectBlock, toFormPaths, totalOf } from './grade-values'
import { HoursSum } from './hours-sum'
import { StartFrom } from './start-from'

type Props = {
  slug: string
  plan: { id: string; back: string }
  /** `usual`: hours that the norm names for its level. */
  grade: { level: string; name: string; usual: number }
  blocks: SubjectBlock[]
  initial: GradeValues
  others: { level: string; name: string; values: GradeValues }[]
  next?: { href: string; name: string }
}

type Current = { version: number; weeklyHours: number | null; items: Parameters<typeof rowsOf>[0] }

/** A whole grade in one table: hours typed downwards, their sum against what the grade must reach always in sight. */
export function GradeForm({ slug, plan, grade, blocks, initial, others, next }: Props) {
  const t = useTranslations('academics')
  const format = useFormatter()
  const subjects = Object.keys(initial.rows).map((id) => ({ id }))
  const [weights, setWeights] = useState(Object.values(initial.rows).some(({ weight }) => weight !== ''))
  const form = useActionForm<GradeValues, { total: number }>({
    school: slug,
    action: async (school, input) => {
      const answer = await saveGradeAction(school, input)
      if (answer.ok || !answer.error.fields) return answer
      const fields = toFormPaths(answer.error.fields, (input as { items: { subjectId: string }[] }).items)
      return { ok: false, error: { ...answer.error, fields } }
    },
    initial,
    validate: (values) =>
      Object.fromEntries(Object.entries(problemsOf(values, blocks)).map(([path, key]) => [path, t(key)])),
    toInput: (values) => ({
      studyPlanId: plan.id,
      gradeLevel: grade.level,
      version: values.version,
      weeklyHours: parseHours(values.weeklyHours),
      items: itemsOf(values, blocks),
    }),
    fromCurrent: (current) => {
      const { version, weeklyHours, items } = current as Current
      return { version, weeklyHours: String(weeklyHours ?? '').replace('.', ','), rows: rowsOf(items, subjects) }
    },
    success: ({ total }) => t('grade.saved', { grade: grade.name, total: format.number(total) }),
  })
  const required = parseHours(form.values.weeklyHours)
  return (
    <ActionForm
      form={form}
      submit={t('grade.save', { grade: grade.name })}
      cancelHref={plan.back}
      className="max-w-4xl!"
    >
      <p className="reading text-muted">{t('grade.intro')}</p>
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          form={form}
          name="weeklyHours"
          label={t('grade.required')}
          help={t('grade.requiredHelp', { hours: grade.usual })}
          inputMode="decimal"
          maxLength={4}
          className="w-60"
        />
        {others.length > 0 && (
          <StartFrom
            others={others}
            onBring={(values) => {
              form.set('rows', values.rows)
              if (Object.values(values.rows).some(({ weight }) => weight !== '')) setWeights(true)
            }}
          />
        )}
      </div>
      <Checkbox
        label={t('grade.useWeights')}
        help={t('grade.weightHelp')}
        checked={weights}
        onChange={(event) => setWeights(event.target.checked)}
      />
      <GradeRows form={form} blocks={blocks} weights={weights} caption={t('grade.table', { grade: grade.name })} />
      <HoursSum total={totalOf(form.values)} required={required} />
      {next && !form.dirty && (
        <div>
          <LinkButton href={next.href}>{t('grade.next', { grade: next.name })}</LinkButton>
        </div>
      )}
    </ActionForm>
  )
}
