'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { fieldId } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { GuardianEntry } from './guardian-entry'
import { KeptGuardians } from './kept-guardians'
import type { EnrollForm } from './use-enroll-form'
import { emptyGuardian } from './values'

const most = 4

/** Those whom the school knows stay; up to four in all are asked for here. */
export function GuardianSection({ school, form }: { school: string; form: EnrollForm }) {
  const t = useTranslations('enrollments.form')
  const prefix = useId()
  const counter = useRef(0)
  const { child, guardians } = form.values
  const kept = child?.guardians ?? []
  const problem = form.errors.addGuardian ?? form.errors.guardians
  const add = () => {
    counter.current += 1
    const index = guardians.length
    form.set('guardians', [...guardians, emptyGuardian(`${prefix}${counter.current}`)])
    requestAnimationFrame(() => document.getElementById(fieldId(`guardians.${index}.search`))?.focus())
  }
  return (
    <Fieldset legend={t('guardians')} help={child && kept.length === 0 ? t('noGuardians') : t('guardiansHelp')}>
      {child && kept.length > 0 && <KeptGuardians school={school} guardians={kept} />}
      {guardians.map((entry, index) => (
        <GuardianEntry
          key={entry.key}
          form={form}
          index={index}
          primary={index === 0 && kept.length === 0}
          onRemove={
            guardians.length + kept.length > 1
              ? () =>
                  form.set(
                    'guardians',
                    guardians.filter((other) => other.key !== entry.key),
                  )
              : undefined
          }
        />
      ))}
      {kept.length + guardians.length < most && (
        <div>
          <Button id={fieldId('addGuardian')} size="sm" icon={<Plus aria-hidden="true" />} onClick={add}>
            {kept.length + guardians.length === 0 ? t('addGuardian') : t('addAnother')}
          </Button>
          {problem && <p className="mt-1 text-sm text-danger">{problem}</p>}
        </div>
      )}
    </Fieldset>
  )
}
