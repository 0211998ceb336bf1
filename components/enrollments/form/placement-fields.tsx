'use client'

import { useTranslations } from 'next-intl'
import { RadioField, SelectField, TextField } from '@/components/layout/form-fields'
import type { FormFacts } from '@/lib/domain/enrollments/form/schema'
import { enrollmentKinds, shifts } from '@/lib/domain/enrollments/rules'
import { isIsoDay } from '@/lib/shared/dates'
import { gradeLevels, isGradeLevel, isUnusualAge, type Stage, stageOf, stages } from '@/lib/shared/grades'
import type { EnrollForm } from './use-enroll-form'

/** Year, how the child comes, grade, group with those that exist, shift. */
export function PlacementFields({ form, facts }: { form: EnrollForm; facts: FormFacts }) {
  const t = useTranslations('enrollments')
  const grades = useTranslations('grades')
  const { schoolYearId, gradeLevel, kind, child, student } = form.values
  const year = facts.years.find(({ id }) => id === schoolYearId)
  const groups = facts.groups.filter((group) => group.yearId === schoolYearId && group.gradeLevel === gradeLevel)
  const birthDate = child ? child.birthDate : student.birthDate
  const unusual =
    isGradeLevel(gradeLevel) &&
    birthDate &&
    isIsoDay(birthDate) &&
    year &&
    isUnusualAge(gradeLevel, Number(birthDate.slice(0, 4)), Number(year.name.slice(0, 4)) || new Date().getFullYear())
  const gradesOf = (stage: Stage) => gradeLevels.filter((code) => stageOf(code) === stage)
  const setGroup = (typed: string) => {
    const shift = groups.find((group) => group.groupCode === typed.toUpperCase())?.shift
    if (shift) form.set('shift', shift)
    return typed.toUpperCase()
  }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          form={form}
          name="gradeLevel"
          label={t('form.grade')}
          placeholder={t('form.choose')}
          help={unusual ? t('form.unusualAge') : undefined}
          options={stages.map((stage) => ({
            label: grades(`stage.${stage}`),
            options: gradesOf(stage).map((code) => ({ value: code, label: grades(`label.${code}`) })),
          }))}
        />
        <SelectField
          form={form}
          name="schoolYearId"
          label={t('form.year')}
          options={facts.years.map(({ id, name, status }) => ({
            value: id,
            label: t(status === 'planning' ? 'form.yearPlanning' : 'form.yearActive', { name }),
          }))}
        />
        <div>
          <TextField
            form={form}
            name="groupCode"
            label={t('form.group')}
            optional
            list="groups-of-grade"
            autoComplete="off"
            maxLength={10}
            clean={setGroup}
            help={
              gradeLevel
                ? t('form.groupHelp', {
                    count: groups.length,
                    groups: groups.map((group) => `${group.groupCode} (${group.students})`).join(', '),
                  })
                : undefined
            }
          />
          <datalist id="groups-of-grade">
            {groups.map((group) => (
              <option key={group.groupCode} value={group.groupCode} />
            ))}
          </datalist>
        </div>
        <SelectField
          form={form}
          name="shift"
          label={t('form.shift')}
          optional
          placeholder={t('form.noShift')}
          options={shifts.map((code) => ({ value: code, label: t(`shift.${code}`) }))}
        />
      </div>
      <RadioField
        form={form}
        name="kind"
        label={t('form.kind')}
        options={enrollmentKinds.map((code) => ({
          value: code,
          label: t(`kind.${code}`),
          help: t(`form.kindHelp.${code}`),
        }))}
      />
      {kind !== 'returning' && (
        <TextField
          form={form}
          name="previousSchool"
          label={t('form.previousSchool')}
          optional
          autoComplete="off"
          maxLength={255}
        />
      )}
    </>
  )
}
