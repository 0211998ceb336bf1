'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { RadioField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { type Naming, namings, proposeGroups } from '@/lib/domain/academics/groups/rules'
import { gradeLevels, stageOf } from '@/lib/shared/grades'
import { generateGroupsAction } from '../actions'
import { ForAllFields, forAll } from './for-all-fields'
import { SeveralGrades } from './several-grades'

type Props = {
  slug: string
  schoolYearId: string
  shifts: { value: string; label: string }[]
  /** Names of the grades by code. */
  names: Record<string, string>
  naming: Naming
  existing: { gradeLevel: string; code: string }[]
  /** Those that enrollments name already: they are made first. */
  wanted: { gradeLevel: string; code: string }[]
}

/** How many groups each grade must have; those that are missing are made with the next free names. */
export function SeveralGroupsForm({ slug, schoolYearId, shifts, names, naming, existing, wanted }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const back = `/${slug}/academics?year=${schoolYearId}`
  const codesIn = (groups: Props['existing'], level: string) =>
    groups.filter(({ gradeLevel }) => gradeLevel === level).map(({ code }) => code)
  const taken = (level: string) => codesIn(existing, level)
  const named = (level: string) => codesIn(wanted, level)
  const known = (level: string) => [...taken(level), ...named(level)]
  const ordinary = gradeLevels.filter((level) => !['clei', 'other'].includes(stageOf(level)) || known(level).length > 0)
  const [all, setAll] = useState(false)
  const shown = all ? gradeLevels : ordinary
  const codesOf = (counts: Record<string, string>, way: Naming) =>
    gradeLevels.flatMap((level) => {
      const missing = Math.max(0, Number(counts[level] || 0) - taken(level).length)
      const fresh = proposeGroups(level, Math.max(0, missing - named(level).length), way, known(level))
      return [...named(level).slice(0, missing), ...fresh].map((code) => ({ gradeLevel: level, code }))
    })
  const form = useActionForm({
    school: slug,
    action: generateGroupsAction,
    initial: {
      naming: naming as string,
      shift: '',
      capacity: '',
      counts: Object.fromEntries(gradeLevels.map((level) => [level, String(known(level).length || '')])),
    },
    validate: (values): Record<string, string> =>
      codesOf(values.counts, values.naming as Naming).length > 0 ? {} : { counts: t('groups.nothing') },
    toInput: ({ counts, naming: way, ...values }) => ({
      schoolYearId,
      ...forAll(values),
      groups: codesOf(counts, way as Naming),
    }),
    success: ({ created }) => t('groups.bulkDone', { count: created.length }),
    onSuccess: () => router.push(back),
  })
  const planned = codesOf(form.values.counts, form.values.naming as Naming)
  return (
    <ActionForm form={form} submit={t('groups.bulkGo', { count: planned.length })} cancelHref={back}>
      <p className="reading text-muted">{t('groups.bulkText')}</p>
      <RadioField
        form={form}
        name="naming"
        label={t('groups.naming')}
        inline
        options={namings.map((value) => ({ value, label: t(`groups.namingValue.${value}`) }))}
      />
      <SeveralGrades
        form={form}
        grades={shown.map((level) => ({
          level,
          name: names[level] ?? level,
          has: taken(level).length,
          planned: planned.filter(({ gradeLevel }) => gradeLevel === level).map(({ code }) => code),
        }))}
      />
      <Checkbox label={t('groups.showAdults')} checked={all} onChange={(event) => setAll(event.target.checked)} />
      <ForAllFields form={form} shifts={shifts} />
    </ActionForm>
  )
}
