'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'

type Found = { items: { id: string; title: string; detail?: string; href: string }[] }

/** The school's own search, students only; choosing one goes on to the form. */
export function StudentPicker({ school }: { school: string }) {
  const t = useTranslations('papers.page')
  const router = useRouter()
  const search = async (query: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const answer = await fetch(`/${school}/search?q=${encodeURIComponent(query)}`, { signal })
    if (!answer.ok) return []
    const { items }: Found = await answer.json()
    return items
      .filter(({ href }) => href.startsWith(`/${school}/students/`))
      .map(({ id, title, detail }) => ({ value: id, label: title, ...(detail ? { detail } : {}) }))
  }
  return (
    <Card className="form-width">
      <Field name="student" label={t('student')} help={t('pickHelp')}>
        <Combobox
          search={search}
          selected={null}
          onSelect={(option) => option && router.push(`/${school}/papers/new?studentId=${option.value}`)}
        />
      </Field>
    </Card>
  )
}
