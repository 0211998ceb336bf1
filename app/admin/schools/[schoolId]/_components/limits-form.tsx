'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import type { SchoolLimits } from '@/lib/domain/schools/limits/schema'
import { moduleNames } from '@/lib/shared/modules'
import { setLimitsAction } from '../../../actions'

type Props = {
  schoolId: string
  version: number
  limits: SchoolLimits
  /** What the school uses now, as shown under each field. */
  uses: { students: string; people: string; storageMb: string }
}

const shown = (limit: number | null) => (limit === null ? '' : String(limit))
const typed = (text: string) => (text.trim() === '' ? null : Number(text))
const digits = (text: string) => text.replace(/\D/g, '')

/** The form of what the platform allows: numbers that may be left open, and a tick for each open module. */
export function LimitsForm({ schoolId, version, limits, uses }: Props) {
  const t = useTranslations('admin')
  const form = useActionForm({
    action: setLimitsAction,
    initial: {
      version,
      students: shown(limits.students),
      people: shown(limits.people),
      storageMb: shown(limits.storageMb),
      closedModules: limits.closedModules,
    },
    success: t('limitsSaved'),
    toInput: ({ students, people, storageMb, ...rest }) => ({
      ...rest,
      schoolId,
      students: typed(students),
      people: typed(people),
      storageMb: typed(storageMb),
    }),
    fromCurrent: (current) => {
      const { limits: now, version: newest } = current as { limits: SchoolLimits; version: number }
      return {
        version: newest,
        students: shown(now.students),
        people: shown(now.people),
        storageMb: shown(now.storageMb),
      }
    },
  })
  const closed = form.values.closedModules
  const fields = [
    ['students', t('limitStudents'), uses.students],
    ['people', t('limitPeople'), uses.people],
    ['storageMb', t('limitStorage'), uses.storageMb],
  ] as const
  return (
    <ActionForm form={form} submit={t('saveLimits')}>
      <div className="grid gap-4 md:grid-cols-3">
        {fields.map(([name, label, now]) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={label}
            help={t('limitUse', { now })}
            optional
            inputMode="numeric"
            maxLength={8}
            clean={digits}
          />
        ))}
      </div>
      <Fieldset legend={t('modules')} help={t('modulesHelp')}>
        <div className="grid gap-1">
          {moduleNames.map((name) => (
            <Checkbox
              key={name}
              id={`f-module-${name}`}
              label={t(`module.${name}`)}
              checked={!closed.includes(name)}
              onChange={({ target }) =>
                form.set('closedModules', target.checked ? closed.filter((one) => one !== name) : [...closed, name])
              }
            />
          ))}
        </div>
      </Fieldset>
    </ActionForm>
  )
}
