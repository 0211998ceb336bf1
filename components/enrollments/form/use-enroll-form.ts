'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { type ActionForm, useActionForm } from '@/components/layout/use-action-form'
import { fieldId } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import type { ChildToEnroll, FormFacts } from '@/lib/domain/enrollments/form/schema'
import type { ActionError, ActionResult } from '@/lib/platform/result'
import { type EnrollValues, emptyGuardian, emptyValues, toInput, withChild } from './values'

export type EnrollAction = (school: string, input: unknown) => Promise<ActionResult<unknown>>

export type EnrollForm = ActionForm<EnrollValues> & {
  /** Takes over a child whom the school knows, with everything that follows. */
  choose: (studentId: string) => Promise<void>
  /** Starts a child whom the school does not know, with what was typed into the search. */
  startNew: () => void
  /** Back to the search. */
  release: () => void
  /** Sends again: these look-alikes are somebody else. */
  accept: (ids: readonly string[]) => void
}

type Options = { school: string; facts: FormFacts; child: ChildToEnroll | null; action: EnrollAction }

/** The field may still be on its way: its part of the form is loaded when the child is known. */
const focusOn = (name: string, frames = 120) => {
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(name))
    if (field) field.focus()
    else if (frames > 0) focusOn(name, frames - 1)
  })
}

export function useEnrollForm({ school, facts, child, action }: Options): EnrollForm {
  const t = useTranslations('enrollments.form')
  const { schoolId } = useWhereabouts()
  const accepted = useRef<readonly string[]>([])
  const [answered, setAnswered] = useState<ActionError | null>(null)
  const empty = emptyValues(facts.years[0]?.id ?? '')
  const form = useActionForm({
    school,
    action,
    initial: child ? withChild(empty, child, facts.years) : empty,
    draft: child ? `enrollment.${child.id}` : 'enrollment.new',
    toInput: (values) => toInput(values, accepted.current),
    validate: (values) => ({
      ...(values.child || values.isNew ? {} : { childSearch: t('childNeeded') }),
      ...(values.child && values.child.guardians.length + values.guardians.length === 0
        ? { addGuardian: t('guardianNeeded') }
        : {}),
    }),
    success: t('created'),
  })

  const take = (values: EnrollValues) => {
    accepted.current = []
    setAnswered(form.refusal)
    for (const [name, value] of Object.entries(values)) form.set(name, value)
  }

  return {
    ...form,
    refusal: form.refusal === answered ? null : form.refusal,
    errors: errorsOf(form.values, form.errors),
    choose: async (studentId) => {
      try {
        const response = await fetch(`/api/v1/enrollments/form/children/${studentId}`, {
          headers: apiHeaders(schoolId),
        })
        if (!response.ok) throw new Error(String(response.status))
        take(withChild(form.values, await response.json(), facts.years))
        focusOn('gradeLevel')
      } catch {
        toast({ tone: 'danger', text: t('searchFailed') })
      }
    },
    startNew: () => {
      take({ ...form.values, child: null, isNew: true, kind: 'new', guardians: [emptyGuardian('0')] })
      focusOn('student.documentType')
    },
    release: () => {
      take({ ...empty, student: form.values.student, schoolYearId: form.values.schoolYearId })
      focusOn('childSearch')
    },
    accept: (ids) => {
      accepted.current = ids
      form.submit()
    },
  }
}

/** What was said about fields that are no longer there says nothing. */
function errorsOf({ child, guardians }: EnrollValues, errors: Record<string, string>): Record<string, string> {
  const gone = (path: string) => {
    const [group, index] = path.split('.')
    return (child !== null && group === 'student') || (group === 'guardians' && Number(index) >= guardians.length)
  }
  return Object.fromEntries(Object.entries(errors).filter(([path]) => !gone(path)))
}
